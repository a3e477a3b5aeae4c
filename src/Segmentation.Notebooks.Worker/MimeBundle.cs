using System.Collections;
using System.Globalization;
using System.Reflection;

namespace Segmentation.Notebooks.Worker;

/// <summary>
/// A value in the MIME types it is shown in. By the .NET kernel's convention a type says so itself: an attribute, found
/// by its name alone, leads to formatters whose members are found by theirs.
/// </summary>
internal static class MimeBundle
{
    private const string Html = "text/html";
    private const string Plain = "text/plain";
    private const string AttributeName = "TypeFormatterSourceAttribute";

    public static Dictionary<string, string> Of(object? value)
    {
        if (value is null)
        {
            return new() { [Plain] = PlainText.Of(null) };
        }

        if (SourceAttribute(value.GetType()) is object attribute)
        {
            return ByFormatters(value, attribute);
        }

        MethodInfo? toHtml = value.GetType().GetMethod("ToHtml", BindingFlags.Public | BindingFlags.Instance, []);
        return toHtml?.ReturnType == typeof(string) && Call(toHtml, value) is string html
            ? new() { [Html] = html, [Plain] = PlainText.Of(value) }
            : new() { [Plain] = PlainText.Of(value) };
    }

    private static Attribute? SourceAttribute(Type type)
    {
        for (Type? each = type; each is not null; each = each.BaseType)
        {
            if (Attribute.GetCustomAttributes(each, inherit: false).FirstOrDefault(
                attribute => attribute.GetType().Name == AttributeName) is Attribute found)
            {
                return found;
            }
        }

        return null;
    }

    private static Dictionary<string, string> ByFormatters(object value, object attribute)
    {
        Type sourceType = (Type)Property(attribute, "FormatterSourceType")!;
        object source = Activator.CreateInstance(sourceType)!;
        MethodInfo create = sourceType.GetMethod("CreateTypeFormatters", BindingFlags.Public | BindingFlags.Instance, [])
            ?? throw new InvalidOperationException($"{sourceType.Name} has no public method CreateTypeFormatters().");
        Dictionary<string, object> formatters = [];
        foreach (object formatter in (IEnumerable)Call(create, source)!)
        {
            formatters.TryAdd((string)Property(formatter, "MimeType")!, formatter);
        }

        Dictionary<string, string> data = [];
        foreach (string type in Property(attribute, "PreferredMimeTypes") as string[] ?? [.. formatters.Keys])
        {
            object formatter = formatters.GetValueOrDefault(type) ?? throw new InvalidOperationException(
                $"{sourceType.Name} prefers {type} but has no formatter for it.");
            using StringWriter writer = new(CultureInfo.InvariantCulture);
            MethodInfo format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])
                ?? throw new InvalidOperationException($"{formatter.GetType().Name} has no method Format(object, TextWriter).");
            if (Call(format, formatter, value, writer) is true)
            {
                data.Add(type, writer.ToString());
            }
        }

        return data;
    }

    private static object? Property(object holder, string name) => holder.GetType().GetProperty(name) is PropertyInfo property
        ? property.GetValue(holder)
        : throw new InvalidOperationException($"{holder.GetType().Name} has no public property {name}.");

    private static object? Call(MethodInfo method, object holder, params object?[] arguments) =>
        method.Invoke(holder, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
}
