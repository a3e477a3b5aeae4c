namespace Segmentation;

/// <summary>What to do with a model, the least first.</summary>
public enum DriftVerdict
{
    /// <summary>Nothing changed by more than chance makes, or by more than matters.</summary>
    Keep,

    /// <summary>Something changed: look again soon.</summary>
    Watch,

    /// <summary>The customers are no longer those of the training: refit the model, or correct the data where a unit changed.</summary>
    Refit,
}
