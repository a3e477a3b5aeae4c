// Plotly.NET 6 was built against FSharp.Core 10.1. A kernel that is itself written in F# holds an older one (10.0 in .NET
// Interactive 1.0.712001), and .NET loads no assembly twice into one context. So where there is such a kernel, Plotly.NET and the
// F# packages below it are loaded from the package folder into a context of their own. Elsewhere nothing is done.
if (System.AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == "FSharp.Core"))
{
    string packages = System.Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
        ? set
        : System.IO.Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");
    string[] names = ["FSharp.Core", "Fable.Core", "DynamicObj", "Giraffe.ViewEngine", "Plotly.NET", "Plotly.NET.Interactive"];
    System.Runtime.Loader.AssemblyLoadContext own = new("Plotly.NET");
    System.Func<System.Runtime.Loader.AssemblyLoadContext, System.Reflection.AssemblyName, System.Reflection.Assembly> load = (_, asked) =>
    {
        string folder = System.IO.Path.Combine(packages, asked.Name.ToLowerInvariant());
        if (!names.Contains(asked.Name) || !System.IO.Directory.Exists(folder))
        {
            return null;
        }

        // The lowest version that will do, and of its builds the one for the newest framework.
        string file = System.IO.Directory.GetFiles(folder, asked.Name + ".dll", System.IO.SearchOption.AllDirectories)
            .Where(path => path.Contains("netstandard"))
            .Select(path => (Path: path, Version: System.Reflection.AssemblyName.GetAssemblyName(path).Version))
            .Where(found => found.Version >= asked.Version)
            .OrderBy(found => found.Version).ThenByDescending(found => found.Path, System.StringComparer.Ordinal)
            .Select(found => found.Path).FirstOrDefault();
        return file == null ? null : own.LoadFromAssemblyPath(file);
    };

    own.Resolving += load;
    System.Runtime.Loader.AssemblyLoadContext.Default.Resolving += load;
}
