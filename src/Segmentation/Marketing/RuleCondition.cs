using System.Globalization;

namespace Segmentation;

/// <summary>What must hold of a segment.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Standing">One of these standings; <see cref="Segmentation.Standing.Any"/> where it does not ask.</param>
/// <param name="Below">The number, in original units, must be less than this; null for no limit.</param>
/// <param name="AtLeast">The number, in original units, must be at least this; null for no limit.</param>
internal sealed record RuleCondition(RuleSubject Subject, Standing Standing = Standing.Any, double? Below = null, double? AtLeast = null)
{
    /// <summary>The condition in words, such as "role 'age' is low, below 35".</summary>
    public string Text
    {
        get
        {
            string[] parts =
            [
                .. Standing == Standing.Any ? (string[])[] : [$"is {string.Join(" or ", RuleWords.Of(Standing))}"],
                .. AtLeast is double least ? (string[])[$"at least {Number(least)}"] : [],
                .. Below is double below ? (string[])[$"below {Number(below)}"] : [],
            ];
            return $"{Subject.Text} {string.Join(", ", parts)}";
        }
    }

    /// <summary>Whether a number lies within the limits.</summary>
    public bool Allows(double number) => !(number >= Below) && !(number < AtLeast);

    internal static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
