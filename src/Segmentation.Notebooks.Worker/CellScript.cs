using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Scripting;
using Microsoft.CodeAnalysis.Scripting.Hosting;
using Segmentation.Notebooks.InCells;

namespace Segmentation.Notebooks.Worker;

/// <summary>The C# of a notebook's cells: one script that goes on from cell to cell.</summary>
internal sealed class CellScript : IDisposable
{
    private static readonly string[] KernelImports =
    [
        // What the .NET kernel imports, and no more, so that a cell that runs here runs there too.
        "System", "System.Text", "System.Collections", "System.Collections.Generic", "System.Threading.Tasks", "System.Linq",
        typeof(CellDisplay).Namespace!,
    ];

    private readonly InteractiveAssemblyLoader loader = new();
    private ScriptOptions options;
    private ScriptState<object>? state;

    public CellScript()
    {
        options = Options();
        loader.RegisterDependency(typeof(CellDisplay).Assembly);
    }

    /// <summary>The options that cells compile with.</summary>
    public static ScriptOptions Options() => ScriptOptions.Default
        .WithLanguageVersion(LanguageVersion.CSharp13)
        .WithImports(KernelImports)
        .AddReferences(FrameworkAssemblies())
        .AddReferences(typeof(CellDisplay).Assembly)
        .WithEmitDebugInformation(true)
        .WithFileEncoding(Encoding.UTF8);

    /// <summary>Lets the code that follows use an assembly.</summary>
    public void AddReference(Assembly assembly)
    {
        loader.RegisterDependency(assembly);
        options = options.AddReferences(MetadataReference.CreateFromFile(assembly.Location));
    }

    /// <summary>Runs code; the file's name is what errors say it stands in.</summary>
    /// <returns>Whether the code ends with an expression without a semicolon, and that expression's value.</returns>
    public async Task<(bool HasValue, object? Value)> RunAsync(string code, string file)
    {
        string folder = Directory.GetCurrentDirectory();
        options = options.WithFilePath(file)
            .WithMetadataResolver(ScriptMetadataResolver.Default.WithBaseDirectory(folder))
            .WithSourceResolver(new SourceFileResolver([], folder));
        Script<object> script = state is null
            ? CSharpScript.Create<object>(code, options, assemblyLoader: loader)
            : state.Script.ContinueWith<object>(code, options);
        ImmutableArray<Diagnostic> errors = [.. script.Compile().Where(each => each.Severity == DiagnosticSeverity.Error)];
        if (errors.Length > 0)
        {
            throw new CompilationErrorException(errors[0].GetMessage(), errors);
        }

        state = state is null ? await script.RunAsync() : await script.RunFromAsync(state);
        return (HasValue(script.GetCompilation()), state.ReturnValue);
    }

    public void Dispose() => loader.Dispose();

    private static bool HasValue(Compilation compilation)
    {
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        return tree.GetRoot().ChildNodes().OfType<MemberDeclarationSyntax>().LastOrDefault()
                is GlobalStatementSyntax { Statement: ExpressionStatementSyntax { SemicolonToken.IsMissing: true } last }
            && compilation.GetSemanticModel(tree).GetTypeInfo(last.Expression).Type?.SpecialType != SpecialType.System_Void;
    }

    private static IEnumerable<MetadataReference> FrameworkAssemblies()
    {
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Where(path => !Path.GetFileName(path).StartsWith("System.Private.", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
    }
}
