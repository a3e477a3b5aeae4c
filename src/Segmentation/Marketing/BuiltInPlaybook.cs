namespace Segmentation;

/// <summary>The text of built-in-playbook.json, which is part of the library.</summary>
internal static class BuiltInPlaybook
{
    public static string Json { get; } = Read();

    private static string Read()
    {
        using Stream stream = typeof(BuiltInPlaybook).Assembly.GetManifestResourceStream("Segmentation.Marketing.built-in-playbook.json")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
