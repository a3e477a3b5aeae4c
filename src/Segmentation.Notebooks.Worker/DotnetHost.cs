using System.Runtime.InteropServices;

namespace Segmentation.Notebooks.Worker;

/// <summary>The <c>dotnet</c> that this process runs on.</summary>
internal static class DotnetHost
{
    /// <summary>Its full path; just the name where the runtime does not stand in an installed .NET.</summary>
    public static string Path { get; } = Find();

    private static string Find()
    {
        string name = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";
        string runtime = RuntimeEnvironment.GetRuntimeDirectory();   // ROOT/shared/Microsoft.NETCore.App/VERSION/
        string path = System.IO.Path.GetFullPath(System.IO.Path.Combine(runtime, "..", "..", "..", name));
        return File.Exists(path) ? path : name;
    }
}
