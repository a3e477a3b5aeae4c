namespace Segmentation;

/// <summary>Where spending ends.</summary>
public enum BudgetRule
{
    /// <summary>Where a further unit would bring back less than itself, or the budget ends.</summary>
    WhileItPays,

    /// <summary>Where the budget ends, so that the return before spending is highest.</summary>
    SpendAll,
}
