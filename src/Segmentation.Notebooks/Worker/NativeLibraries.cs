using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;

namespace Segmentation.Notebooks;

/// <summary>Finds the native libraries of packages for the assemblies that ask for them.</summary>
internal sealed class NativeLibraries
{
    private readonly Dictionary<string, string> paths = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<AssemblyLoadContext> watched = [];

    /// <summary>From now on the libraries are found by their names, with or without <c>lib</c> and the file's ending.</summary>
    public void Add(IEnumerable<PackageFile> files)
    {
        foreach (PackageFile file in files.Where(file => file.IsNative))
        {
            paths[BareName(file.Path)] = file.Path;
        }

        if (paths.Count > 0 && watched.Count == 0)
        {
            AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Watch(loaded.LoadedAssembly);
            Array.ForEach(AppDomain.CurrentDomain.GetAssemblies(), Watch);
        }
    }

    /// <summary>The compiler loads packages into contexts of its own, so each one is to be asked.</summary>
    private void Watch(Assembly assembly)
    {
        if (AssemblyLoadContext.GetLoadContext(assembly) is AssemblyLoadContext context)
        {
            lock (watched)
            {
                if (watched.Add(context))
                {
                    context.ResolvingUnmanagedDll += (_, name) =>
                        paths.TryGetValue(BareName(name), out string? path) ? NativeLibrary.Load(path) : IntPtr.Zero;
                }
            }
        }
    }

    private static string BareName(string path)
    {
        string name = Path.GetExtension(path) is ".so" or ".dll" or ".dylib"
            ? Path.GetFileNameWithoutExtension(path)
            : Path.GetFileName(path);
        return name.StartsWith("lib", StringComparison.Ordinal) ? name[3..] : name;
    }
}
