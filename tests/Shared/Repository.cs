namespace Segmentation.TestSupport;

/// <summary>Where the tests find the project's own files and the public data that it does not ship.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>
    /// A public data or reference file, such as <c>data/Mall_Customers.csv</c>; the test is skipped where it is absent.
    /// The files stand beside the checkout in <c>shared</c>, or where SEGMENTATION_PUBLIC_DATA says.
    /// </summary>
    public static string Public(string relativePath)
    {
        string folder = Environment.GetEnvironmentVariable("SEGMENTATION_PUBLIC_DATA") is { Length: > 0 } set
            ? set
            : Path.Combine(Root, "..", "shared");
        string path = Path.GetFullPath(Path.Combine(folder, relativePath));
        Assert.SkipUnless(File.Exists(path), $"The public file {relativePath} is not here; see data/README.md.");
        return path;
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Segmentation.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Segmentation.sln was not found above the tests.");
    }
}
