//- two sides of a parameter
static DatasetSplit<Scan> Make(IndexedDataset<Scan> scans) => scans.{|BALG0221:Split|}(0.2, 1);
//- rows indexed in place
static void Train(Scan[] rows)
{
    var (train, test) = Scan.Classes.Index(rows).{|BALG0221:Split|}(testShare: 0.2, seed: 1);
    Console.WriteLine(train.Counts.Total + test.Counts.Total);
}
//- local data set
static void Train(Scan[] rows)
{
    var scans = Scan.Classes.Index(rows);
    foreach (var (train, test) in scans.{|BALG0221:KFold|}(5, seed: 1)) { Console.WriteLine(train.Count + test.Count); }
}
//- three sides
static DatasetSubsets<Scan> Make(IndexedDataset<Scan> scans) => scans.{|BALG0221:Split|}(new SplitOptions { Seed = 3 }, SubsetSize.Rest, SubsetSize.Share(0.1), SubsetSize.Share(0.1));
//- options in a local
static DatasetSubsets<Scan> Make(IndexedDataset<Scan> scans)
{
    var options = new SplitOptions { Seed = 3 };
    return scans.{|BALG0221:Split|}(options, SubsetSize.Rest, SubsetSize.Share(0.1));
}
//- part of a data set
static DatasetSplit<Scan> Make(IndexedDataset<Scan> scans)
{
    var files = scans.Where(scan => scan.File.EndsWith(".dcm"));
    return files.{|BALG0221:Split|}(0.2, 1);
}
//- groups in the options
static DatasetSubsets<Scan> Make(IndexedDataset<Scan> scans)
{
    var options = new SplitOptions { Seed = 3, Groups = scans.GroupsBy(scan => scan.PatientId) };
    return scans.Split(options, SubsetSize.Rest, SubsetSize.Share(0.1));
}
//- groups of the data set
static void Train(Scan[] rows)
{
    var scans = Scan.Classes.Index(rows).WithGroups(scan => scan.PatientId);
    foreach (var (train, test) in scans.KFold(5, seed: 1)) { Console.WriteLine(train.Count + test.Count); }
}
//- one row a patient
static DatasetSplit<Scan> Make(IndexedDataset<Scan> scans) => scans.WithoutGroups().Split(0.2, 1);
//- in the order of time
static DatasetSubsets<Scan> Make(IndexedDataset<Scan> scans) => scans.Split(new SplitOptions { Order = SplitOrder.InOrder }, SubsetSize.Rest, SubsetSize.Rows(20));
//- no groups in the record
static DatasetSplit<Cat> Make(IndexedDataset<Cat> cats) => cats.Split(0.2, 1);
//- the data set is not split
static Sampler Make(IndexedDataset<Scan> scans) => scans.BalancedSampler(1);
