using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Xml.Linq;

namespace Segmentation.Notebooks.Worker;

/// <summary>
/// Restores the packages that a notebook asks for, all together so that their versions agree, by the SDK and from the
/// feeds that the notebook's folder is configured for.
/// </summary>
internal sealed class PackageRestore : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    private readonly string notebookFolder;
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("segment-packages-");
    private readonly List<PackageReference> packages = [];

    public PackageRestore(string notebookFolder)
    {
        this.notebookFolder = notebookFolder;
    }

    /// <summary>The managed and native files of all packages asked for so far, and the versions taken of those asked for now.</summary>
    /// <exception cref="CellException">They cannot be restored; the packages before are still there.</exception>
    public (IReadOnlyList<PackageFile> Files, IReadOnlyList<PackageReference> Taken) Add(IReadOnlyList<PackageReference> wanted)
    {
        PackageReference[] all = [.. packages.Where(known => wanted.All(each => each.Id != known.Id)), .. wanted];
        string project = Path.Combine(folder.FullName, "packages.csproj");
        Project(all).Save(project);
        (int exitCode, string output) = Run(project);
        if (exitCode != 0)
        {
            string names = string.Join(", ", wanted.Select(package => $"'{package}'"));
            throw new CellException(
                CellFailureKind.PackageUnavailable, null, $"the package {names} could not be restored: {Reason(output)}");
        }

        packages.Clear();
        packages.AddRange(all);
        return (Files(output), Taken(wanted));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static XElement Project(PackageReference[] packages) => new(
        "Project",
        new XAttribute("Sdk", "Microsoft.NET.Sdk"),
        new XElement(
            "PropertyGroup",
            new XElement("TargetFramework", $"net{Environment.Version.ToString(2)}"),
            new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
            new XElement("SelfContained", "false"),
            new XElement("UseAppHost", "false"),
            new XElement("EnableDynamicLoading", "true"),
            new XElement("NuGetAudit", "false")),
        new XElement("ItemGroup", packages.Select(package => new XElement(
            "PackageReference",
            new XAttribute("Include", package.Id),
            new XAttribute("Version", package.VersionRange)))));

    private (int ExitCode, string Output) Run(string project)
    {
        ProcessStartInfo start = new(DotnetHost.Path)
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "msbuild", project, "-restore", "-nologo", "-v:quiet", "-nodeReuse:false", "-t:ResolveReferences",
            "-getItem:ReferenceCopyLocalPaths", $"-p:RestoreRootConfigDirectory={notebookFolder}",
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        process.StandardInput.Close();
        Task<string> error = process.StandardError.ReadToEndAsync();
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            return (1, $"error : no answer from the feeds within {Limit.TotalMinutes:0} minutes");
        }

        return (process.ExitCode, process.ExitCode == 0 ? output.Result : output.Result + error.Result);
    }

    private PackageReference[] Taken(IReadOnlyList<PackageReference> wanted)
    {
        using JsonDocument assets = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder.FullName, "obj", "project.assets.json")));
        string[][] libraries = [.. assets.RootElement.GetProperty("libraries").EnumerateObject().Select(library => library.Name.Split('/'))];
        return
        [
            .. wanted.Select(package =>
            {
                string[] library = libraries.First(each => each[0].Equals(package.Id, StringComparison.OrdinalIgnoreCase));
                return new PackageReference(library[0], library[1]);
            }),
        ];
    }

    private static PackageFile[] Files(string output)
    {
        using JsonDocument document = JsonDocument.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..]);
        return
        [
            .. document.RootElement.GetProperty("Items").GetProperty("ReferenceCopyLocalPaths").EnumerateArray()
                .Where(item => item.TryGetProperty("AssetType", out _))
                .Select(item => new PackageFile(
                    item.GetProperty("FullPath").GetString()!, item.GetProperty("AssetType").GetString() == "native"))
                .Where(file => file.IsNative || IsAssembly(file.Path)),
        ];
    }

    /// <summary>The first error's text, without the project and the feed's address in front of it.</summary>
    private static string Reason(string output)
    {
        string? line = output.Split('\n').FirstOrDefault(each => each.Contains("error ", StringComparison.Ordinal));
        return line is null ? "the SDK gave no reason." : line[(line.IndexOf("error ", StringComparison.Ordinal) + 6)..].Trim().TrimStart(':', ' ');
    }

    private static bool IsAssembly(string path)
    {
        try
        {
            return path.EndsWith(".dll", StringComparison.OrdinalIgnoreCase)
                && !path.EndsWith(".resources.dll", StringComparison.OrdinalIgnoreCase)
                && AssemblyName.GetAssemblyName(path) is not null;
        }
        catch (BadImageFormatException)
        {
            return false;
        }
    }
}

/// <summary>A file of a package.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="IsNative">Whether it is a native library and not an assembly.</param>
internal sealed record PackageFile(string Path, bool IsNative);
