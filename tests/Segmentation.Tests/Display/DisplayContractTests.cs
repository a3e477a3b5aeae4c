using System.Reflection;

namespace Segmentation.Tests.Display;

/// <summary>
/// What .NET Interactive and Verso look for by name. They cannot be loaded here, so these tests hold the conventions by
/// reflection, as the kernels do.
/// </summary>
public sealed class DisplayContractTests
{
    private static readonly Type[] PublicClasses =
        [.. typeof(IDisplayable).Assembly.GetExportedTypes().Where(type => type is { IsClass: true, IsAbstract: false })];

    public static TheoryData<string> TypeNames => [.. DisplaySamples.Plain.Keys];

    [Fact]
    public void Samples_HoldEveryPublicTypeThatShowsItself()
    {
        IEnumerable<string> displayable = PublicClasses.Where(typeof(IDisplayable).IsAssignableFrom).Select(type => type.Name);

        Assert.Equal(displayable.Order(), DisplaySamples.Plain.Keys.Order());
    }

    [Fact]
    public void Attribute_OnEveryTypeThatShowsItselfAndNoOther()
    {
        Assert.All(PublicClasses, type => Assert.Equal(typeof(IDisplayable).IsAssignableFrom(type), AttributeOf(type) is not null));
        Assert.DoesNotContain(typeof(IDisplayable).Assembly.GetTypes(), type => type.IsInterface && AttributeOf(type) is not null);
    }

    [Fact]
    public void DisplayableTypes_AreNoLists() => Assert.DoesNotContain(
        PublicClasses.Where(typeof(IDisplayable).IsAssignableFrom), typeof(System.Collections.IEnumerable).IsAssignableFrom);

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Formatters_FoundByName_ShowTheResultInEveryPreferredFormat(string name)
    {
        IDisplayable result = DisplaySamples.Plain[name];
        object attribute = AttributeOf(result.GetType())!;
        object formatterSource = Activator.CreateInstance((Type)Get(attribute, "FormatterSourceType"))!;
        object[] formatters = [.. (IEnumerable<object>)formatterSource.GetType().GetMethod("CreateTypeFormatters")!.Invoke(formatterSource, [])!];
        string[] preferred = (string[])Get(attribute, "PreferredMimeTypes");

        Assert.Equal(["text/html", "text/plain"], preferred);
        Assert.Equal(preferred, formatters.Select(formatter => (string)Get(formatter, "MimeType")));
        Assert.Equal([result.ToHtml(), result.ToText()], formatters.Select(formatter => Format(formatter, result)));
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void ToHtml_IsPublicAndWithoutParameters(string name)
    {
        MethodInfo? method = DisplaySamples.Plain[name].GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, []);

        Assert.Equal(typeof(string), method?.ReturnType);
    }

    [Fact]
    public void Format_SomethingElse_SaysThatItDidNothing()
    {
        StringWriter writer = new();

        Assert.All(
            new DisplayFormatterSource().CreateTypeFormatters().Cast<DisplayFormatter>(),
            formatter => Assert.False(formatter.Format("a text", writer)));
        Assert.Empty(writer.ToString());
    }

    private static Attribute? AttributeOf(Type type) =>
        type.GetCustomAttributes(inherit: false).Cast<Attribute>().SingleOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");

    private static object Get(object target, string property) =>
        target.GetType().GetProperty(property, BindingFlags.Public | BindingFlags.Instance)!.GetValue(target)!;

    private static string Format(object formatter, object result)
    {
        MethodInfo format = Assert.Single(formatter.GetType().GetMethods(), method => method.Name == "Format");
        StringWriter writer = new();
        Assert.Equal(true, format.Invoke(formatter, [result, writer]));
        return writer.ToString();
    }
}
