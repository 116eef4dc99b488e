namespace BalanceGen.Tests.Batching;

/// <content>The members that can give rows, each with a call that gives them.</content>
public sealed partial class SubsetOfSplitTests
{
    private static readonly Dictionary<Type, Dictionary<string, RowsOf?>> Members = new()
    {
        [typeof(IndexedDataset<Pet>)] = new()
        {
            ["Rows"] = subset => subset.Rows.Select(pet => pet.Number),
            ["Index"] = subset => subset.Index,
            ["Classes"] = null,
            ["Counts"] = subset => subset.Counts.Values.SequenceEqual(CountsOf(subset.Rows)) ? [] : [-1],
            ["Count"] = subset => subset.Count == subset.Rows.Count() ? [] : [-1],
            ["RowsOfEpoch"] = subset => subset.RowsOfEpoch(subset.RandomOverSampler(3), 1).Select(pet => pet.Number),
            ["Batches"] = BatchRows,
            ["Split"] = subset => Both(subset.Split(0.5, 2)).Concat(subset.Split(new SplitOptions { Seed = 2 }, SubsetSize.Equal(2)).SelectMany(part => part.Rows).Select(pet => pet.Number)),
            ["KFold"] = subset => subset.KFold(2, 2).Concat(subset.KFold(2, new SplitOptions { Order = SplitOrder.Shuffled })).SelectMany(Both),
            ["Groups"] = subset => subset.WithGroups(pet => pet.Number).Groups!.RowCount == Pets.Length ? [] : [-1],
            ["GroupsBy"] = subset => subset.GroupsBy(pet => pet.Number).RowCount == Pets.Length ? [] : [-1],
            ["WithGroups"] = subset => subset.WithGroups(pet => pet.Number / 2).Rows.Select(pet => pet.Number),
            ["WithoutGroups"] = subset => subset.WithGroups(pet => pet.Number / 2).WithoutGroups().Rows.Select(pet => pet.Number),
            ["BlockShuffleSampler"] = subset => Drawn(subset.BlockShuffleSampler(1, 2, 3)),
            ["GivenOrderSampler"] = subset => Drawn(subset.GivenOrderSampler([.. subset.Index])).Concat(Drawn(subset.GivenOrderSampler(1, subset.Index.Take(8).ToArray(), 4))),
            ["Subset"] = subset => subset.Subset([.. subset.Index.Take(3)]).Index,
            ["Where"] = subset => Visited(subset, visit => subset.Where(pet => visit(pet) % 2 == 0).Rows.Select(pet => pet.Number)),
            ["BalancedSampler"] = subset => Drawn(subset.BalancedSampler(1)),
            ["WeightedRandomSampler"] = subset => Drawn(subset.WeightedRandomSampler(1)).Concat(Drawn(subset.WeightedRandomSampler(EqualWeights(subset), 1)))
                .Concat(Drawn(subset.WeightedRandomSampler(EqualWeights(subset), 1, 5, replacement: false))),
            ["StratifiedRandomSampler"] = subset => Drawn(subset.StratifiedRandomSampler(1, 7)),
            ["ClassAwareSampler"] = subset => Drawn(subset.ClassAwareSampler(1, 2, 3)),
            ["MinimumQuotaSampler"] = subset => Drawn(subset.MinimumQuotaSampler(1, 7, [1, 1, 1])),
            ["ScheduledBalancedSampler"] = subset => Drawn(subset.ScheduledBalancedSampler(1, TargetSchedule.Progressive(2))),
            ["RandomSampler"] = subset => Drawn(subset.RandomSampler(1)).Concat(Drawn(subset.RandomSampler(1, replacement: true))),
            ["SequentialSampler"] = subset => Drawn(subset.SequentialSampler()),
            ["PartnersOfSameClass"] = subset => PartnersOf(subset, subset.PartnersOfSameClass(1)),
            ["PartnersByTarget"] = subset => PartnersOf(subset, subset.PartnersByTarget(1)),
            ["RandomOverSampler"] = subset => Drawn(subset.RandomOverSampler(1)),
            ["RandomUnderSampler"] = subset => Drawn(subset.RandomUnderSampler(1)),
            ["RepeatFactorSampler"] = subset => Drawn(subset.RepeatFactorSampler(1, 0.5)),
        },
        [typeof(DatasetRows<Pet>)] = new()
        {
            ["Count"] = null,
            ["Numbers"] = subset => subset.Rows.Numbers,
            ["Item"] = subset => Everything(number => subset.Rows[number].Number).Concat(Everything(number => subset.Rows[(long)number].Number)),
            ["ToArray"] = subset => subset.Rows.ToArray().Select(pet => pet.Number),
            ["GetEnumerator"] = subset => Loop(subset.Rows),
        },
        [typeof(RowIndex)] = new()
        {
            ["Classes"] = null,
            ["Counts"] = null,
            ["RowCount"] = null,
            ["DatasetLength"] = null,
            ["IsSubset"] = null,
            ["IsClassSorted"] = null,
            ["HasCopies"] = null,
            ["Contains"] = subset => Enumerable.Range(-2, 400).Where(subset.Index.Contains),
            ["ClassOf"] = subset => Everything(number => subset.Index.ClassOf(number) == Pets[number].Species ? number : -1),
            ["TryClassOf"] = subset => Enumerable.Range(-2, 400).Where(number => subset.Index.TryClassOf(number, out _)),
            ["CopyClassIndices"] = subset => ClassesOf(subset.Index).SequenceEqual(subset.Rows.Select(pet => (long)pet.Species)) ? [] : [-1],
            ["ToLongClassIndices"] = subset => subset.Index.ToLongClassIndices().SequenceEqual(subset.Rows.Select(pet => (long)pet.Species)) ? [] : [-1],
            ["GetEnumerator"] = subset => subset.Index,
            ["Where"] = subset => Visited(subset, visit => subset.Index.Where(row => visit(Pets[row]) % 3 == 0)),
            ["Subset"] = subset => subset.Index.Subset([.. subset.Index.Take(2)]),
            ["RowOf"] = subset => Enumerable.Range(0, 3).SelectMany(classIndex => Enumerable.Range(0, (int)subset.Counts[classIndex]).Select(place => subset.Index.RowOf(classIndex, place))),
            ["Build"] = null,
            ["OfSortedRows"] = null,
            ["Concat"] = subset => RowIndex.Concat(subset.Index, subset.Index).Select(row => row % Pets.Length),
        },
        [typeof(DatasetSplit<Pet>)] = new()
        {
            ["Train"] = subset => subset.Split(0.3, 4).Train.Rows.Select(pet => pet.Number),
            ["Test"] = subset => subset.Split(0.3, 4).Test.Rows.Select(pet => pet.Number),
            ["Deconstruct"] = null,
            ["Equals"] = null,
            ["GetHashCode"] = null,
            ["ToString"] = null,
        },
        [typeof(DatasetFolds<Pet>)] = new()
        {
            ["Count"] = null,
            ["Report"] = null,
            ["Item"] = subset => Both(subset.KFold(3, 5)[1]),
            ["GetEnumerator"] = subset => subset.KFold(3, 5).SelectMany(Both),
        },
        [typeof(DrawnRows<Pet>)] = new()
        {
            ["Epoch"] = null,
            ["Count"] = null,
            ["RowNumbers"] = subset => subset.RowsOfEpoch(subset.BalancedSampler(3), 2).RowNumbers,
            ["GetEnumerator"] = subset => subset.RowsOfEpoch(subset.BalancedSampler(3), 2).Select(pet => pet.Number),
        },
        [typeof(OwnedBatches<Pet>)] = new()
        {
            ["Count"] = null,
            ["GetEnumerator"] = subset => Owned(subset).SelectMany(batch => batch).Select(pet => pet.Number),
        },
        [typeof(OwnedBatch<Pet>)] = new()
        {
            ["Count"] = null,
            ["Rows"] = subset => Owned(subset).SelectMany(batch => batch.Rows).Select(pet => pet.Number),
            ["RowNumbers"] = subset => Owned(subset).SelectMany(batch => batch.RowNumbers),
            ["ClassIndices"] = null,
            ["Classes"] = null,
            ["Epoch"] = null,
            ["State"] = null,
            ["Item"] = subset => Owned(subset).Select(batch => batch[0].Number),
            ["CountClasses"] = null,
            ["CopyClassIndices"] = null,
            ["ToLongClassIndices"] = null,
            ["SampleWeights"] = null,
            ["DynamicSampleWeights"] = null,
            ["ObserveBy"] = null,
            ["CopyContexts"] = null,
            ["ToArray"] = subset => Owned(subset).SelectMany(batch => batch.ToArray()).Select(pet => pet.Number),
            ["GetEnumerator"] = subset => Owned(subset).SelectMany(batch => batch).Select(pet => pet.Number),
        },
        [typeof(RowAdapters)] = new()
        {
            ["EpochRowNumbers"] = subset => subset.BalancedSampler(2).EpochRowNumbers().Select(row => (int)row),
            ["RowNumbersOfEpoch"] = subset => subset.BalancedSampler(2).RowNumbersOfEpoch(1).Select(row => (int)row),
            ["Fill"] = subset => Filled(subset.BalancedSampler(2)),
            ["SelectWeighted"] = subset => subset.SelectWeighted(ClassWeights.Balanced(subset.Counts), (pet, _) => pet.Number).Concat(subset.SelectWeighted(EqualWeights(subset), (pet, _) => pet.Number)),
            ["ToSingles"] = subset => EqualWeights(subset).ToSingles(subset.Index).Length == subset.Count ? [] : [-1],
        },
    };
}
