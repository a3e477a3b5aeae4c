namespace Segmentation;

/// <summary>
/// Tells .NET Interactive, which finds this attribute by its name, how a result shows itself. The kernel ignores it on
/// interfaces, and asks without end for a preferred type that has no formatter, so there are these two and no others.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    public string[] PreferredMimeTypes { get; } = [DisplayFormatterSource.Html, DisplayFormatterSource.Text];
}
