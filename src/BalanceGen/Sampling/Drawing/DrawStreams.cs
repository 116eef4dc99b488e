namespace BalanceGen.Sampling;

/// <summary>The streams of a sampler's seed: one per use, so that no two uses see the same random words. Part of the draw format.</summary>
internal static class DrawStreams
{
    /// <summary>Independent draws.</summary>
    public const ulong Draw = 2UL << 32;

    /// <summary>The class order of draws without replacement.</summary>
    public const ulong SuccessiveClass = 3UL << 32;

    /// <summary>The order of all rows, whatever their class.</summary>
    public const ulong AllRows = 5UL << 32;

    /// <summary>The order of the rows of a class.</summary>
    public static ulong Rows(int classIndex) => (4UL << 32) | (uint)classIndex;

    /// <summary>The order of the draws of a resampled epoch.</summary>
    public const ulong EpochOrder = 7UL << 32;

    /// <summary>The offset by which a resampled epoch rounds fractions of rows up or down.</summary>
    public const ulong EpochRounding = 9UL << 32;

    /// <summary>Which rows of a class a resampled epoch has once more than the others.</summary>
    public static ulong ExtraRows(int classIndex) => (8UL << 32) | (uint)classIndex;

    /// <summary>The rows of a class that a resampled epoch draws with replacement.</summary>
    public static ulong IndependentRows(int classIndex) => (16UL << 32) | (uint)classIndex;

    /// <summary>The order in which a stratified split deals out the rows of a class.</summary>
    public static ulong SplitRows(int classIndex) => (6UL << 32) | (uint)classIndex;

    /// <summary>The order in which a split deals out groups, or rows with several labels.</summary>
    public const ulong SplitGroups = 10UL << 32;

    /// <summary>The order in which a split that is not stratified deals out the rows.</summary>
    public const ulong SplitAllRows = 11UL << 32;

    /// <summary>The order of blocks of rows.</summary>
    public const ulong Blocks = 12UL << 32;

    /// <summary>The order inside a window of blocks.</summary>
    public const ulong BlockWindow = 13UL << 32;

    /// <summary>Where the first block of an epoch begins.</summary>
    public const ulong BlockOffset = 14UL << 32;

    /// <summary>The order of batches that are given.</summary>
    public const ulong GivenBatches = 15UL << 32;

    /// <summary>The times of arrival of a block of rows in a race.</summary>
    public static ulong Race(uint block) => (20UL << 32) | block;

    /// <summary>The offset of the sampling points of a stratified batch.</summary>
    public const ulong StratifiedOffset = 21UL << 32;

    /// <summary>The order in which the classes of a stratified batch lie on the line of the sampling points.</summary>
    public const ulong StratifiedClasses = 22UL << 32;

    /// <summary>The order of the draws of a stratified batch.</summary>
    public const ulong StratifiedSlots = 23UL << 32;

    /// <summary>The order of the classes in a round of class-aware batches.</summary>
    public const ulong ClassRounds = 24UL << 32;

    /// <summary>The order inside the batches of a period with minimum quotas.</summary>
    public const ulong MinimumQuotaSlots = 25UL << 32;

    /// <summary>Which table each period with minimum quotas takes.</summary>
    public const ulong MinimumQuotaVariant = 29UL << 32;

    /// <summary>Which table of the class order each period of a phase takes. Phase 0 is that of a sampler with one phase.</summary>
    public static ulong PhaseVariant(int phase) => (1UL << 32) | (uint)phase;

    /// <summary>The tables of the class order of a phase.</summary>
    public static ulong GroupOrder(int phase) => (27UL << 32) | (uint)phase;

    /// <summary>The exchanges in the block of a period of a phase that begins with a slot.</summary>
    public static ulong Exchange(int phase, int firstSlot) => (1UL << 63) | ((ulong)(uint)phase << 31) | (uint)firstSlot;

    /// <summary>The rounds of a group of classes with equal quotas in a phase.</summary>
    public static ulong Turns(int phase, int group) => (1UL << 62) | ((ulong)(uint)phase << 31) | (uint)group;

    /// <summary>Which classes with equal quotas and minima stand for each other in a period with minimum quotas.</summary>
    public static ulong ExchangedClasses(int group) => (28UL << 32) | (uint)group;

    /// <summary>What is random in a draw of a row beside the row itself: the seeds of augmentations.</summary>
    public static ulong Augmentation(int row) => (40UL << 32) | (uint)row;

    /// <summary>The cyclic order of the rows of a class in which partners stand at a distance.</summary>
    public static ulong PartnerOrder(int classIndex) => (41UL << 32) | (uint)classIndex;

    /// <summary>The distance of partners in each pass over a class.</summary>
    public static ulong PartnerDistance(int classIndex) => (42UL << 32) | (uint)classIndex;

    /// <summary>The order of the groups of rows in a pass.</summary>
    public const ulong WindowGroups = 50UL << 32;

    /// <summary>The order of a class's rows inside its windows.</summary>
    public static ulong WindowRows(int classIndex) => (51UL << 32) | (uint)classIndex;
}
