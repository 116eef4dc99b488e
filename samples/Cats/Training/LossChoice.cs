namespace Cats.Training;

/// <summary>The loss that is trained with.</summary>
internal enum LossChoice
{
    /// <summary>Cross entropy.</summary>
    CrossEntropy,

    /// <summary>Cross entropy with the balanced class weights.</summary>
    Weighted,

    /// <summary>Focal loss, γ = 2.</summary>
    Focal,

    /// <summary>Logit-adjusted loss, τ = 1.</summary>
    LogitAdjusted,

    /// <summary>Class-balanced cross entropy, β = 0.99.</summary>
    ClassBalanced,

    /// <summary>LDAM with weights from 80 % of the epochs on.</summary>
    Ldam,
}
