namespace BalanceGen.TorchSharp;

/// <summary>The loss that <see cref="ClassBalancedLoss"/> weights.</summary>
public enum ClassBalancedLossType
{
    /// <summary>−log p_y over a softmax.</summary>
    CrossEntropy,

    /// <summary>The sum over the classes of the binary cross entropy of a sigmoid.</summary>
    Sigmoid,

    /// <summary>The sum over the classes of the focal loss of a sigmoid, which is what the paper calls the class-balanced focal loss.</summary>
    Focal,
}
