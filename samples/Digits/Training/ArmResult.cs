using Digits.Measuring;

namespace Digits.Training;

/// <summary>The scores of repeated trainings of one arm.</summary>
/// <param name="Scores">One for each repetition; the same place in two results is the same split and the same first weights.</param>
public sealed record ArmResult(IReadOnlyList<Scores> Scores)
{
    /// <summary>A number of every score.</summary>
    public Statistic Of(Func<Scores, double> number)
    {
        var statistic = new Statistic();
        foreach (Scores scores in Scores)
        {
            statistic.Add(number(scores));
        }

        return statistic;
    }

    /// <summary>By how much F1 is above another arm's, pair by pair.</summary>
    public Statistic F1Above(ArmResult other)
    {
        var difference = new Statistic();
        foreach ((Scores own, Scores others) in Scores.Zip(other.Scores))
        {
            difference.Add(own.F1 - others.F1);
        }

        return difference;
    }

    /// <summary>In how many pairs F1 is above another arm's.</summary>
    public int WinsOver(ArmResult other) => Scores.Zip(other.Scores).Count(pair => pair.First.F1 > pair.Second.F1);
}
