using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Segmentation.Notebooks;

/// <summary>The cell of a notebook that is tagged <c>parameters</c>.</summary>
public sealed class ParameterCell
{
    /// <summary>The tag of the cell, as in papermill.</summary>
    public const string Tag = "parameters";

    private ParameterCell(NotebookCell cell, IReadOnlyList<NotebookParameter> parameters)
    {
        Cell = cell;
        Parameters = parameters;
    }

    /// <summary>The cell.</summary>
    public NotebookCell Cell { get; }

    /// <summary>The variables that it declares, in order.</summary>
    public IReadOnlyList<NotebookParameter> Parameters { get; }

    /// <summary>The first code cell with the tag, or null.</summary>
    public static ParameterCell? Of(NotebookDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        NotebookCell? cell = document.Cells.FirstOrDefault(
            each => each.Kind == CellKind.Code && each.Tags.Contains(Tag));
        return cell is null ? null : new ParameterCell(cell, [.. Declared(cell.Source)]);
    }

    /// <summary>Of "a value from elsewhere, if there is one, else this" it is this.</summary>
    private static ExpressionSyntax? Default(ExpressionSyntax? value) =>
        value is ConditionalExpressionSyntax { WhenFalse: ExpressionSyntax otherwise } ? Default(otherwise) : value;

    private static IEnumerable<NotebookParameter> Declared(string source)
    {
        Compilation compilation = CSharpScript.Create(source, CellScript.Options()).GetCompilation();
        SyntaxTree tree = compilation.SyntaxTrees.Single();
        SemanticModel model = compilation.GetSemanticModel(tree);
        foreach (VariableDeclaratorSyntax variable in tree.GetRoot().ChildNodes().OfType<FieldDeclarationSyntax>()
            .SelectMany(field => field.Declaration.Variables))
        {
            ITypeSymbol? type = (model.GetDeclaredSymbol(variable) as IFieldSymbol)?.Type;
            ExpressionSyntax? value = variable.Initializer?.Value;
            yield return new NotebookParameter(variable.Identifier.Text, type?.ToDisplayString() ?? "?", Default(value)?.ToString())
            {
                Place = value is null
                    ? variable.Identifier.Span.End..variable.Identifier.Span.End
                    : value.SpanStart..value.Span.End,
            };
        }
    }
}
