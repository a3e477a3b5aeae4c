using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Segmentation.Notebooks.Worker;

/// <summary>
/// Loads the assemblies of packages, all in one place and by their simple names, as a program would that was built with
/// them; the compiler's own loader wants each assembly's dependencies in the very version it was built against.
/// </summary>
internal sealed class PackageAssemblies() : AssemblyLoadContext("packages")
{
    private readonly Dictionary<string, string> managed = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> native = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds files, and gives the assemblies among them that were not there yet.</summary>
    public IReadOnlyList<Assembly> Add(IReadOnlyList<PackageFile> files)
    {
        List<string> added = [];
        foreach (PackageFile file in files)
        {
            if (file.IsNative)
            {
                native[BareName(file.Path)] = file.Path;
            }
            else if (managed.TryAdd(Path.GetFileNameWithoutExtension(file.Path), file.Path))
            {
                added.Add(file.Path);
            }
        }

        return [.. added.Select(LoadFromAssemblyPath)];
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        managed.TryGetValue(assemblyName.Name!, out string? path) ? LoadFromAssemblyPath(path) : null;

    /// <inheritdoc/>
    protected override IntPtr LoadUnmanagedDll(string unmanagedDllName) =>
        native.TryGetValue(BareName(unmanagedDllName), out string? path) ? NativeLibrary.Load(path) : IntPtr.Zero;

    /// <summary>A library may be asked for with or without <c>lib</c> and the file's ending.</summary>
    private static string BareName(string path)
    {
        string name = Path.GetExtension(path) is ".so" or ".dll" or ".dylib"
            ? Path.GetFileNameWithoutExtension(path)
            : Path.GetFileName(path);
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }
}
