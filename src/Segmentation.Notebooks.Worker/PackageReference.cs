namespace Segmentation.Notebooks.Worker;

/// <summary>A package that a cell asks for.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">As written; null for the newest.</param>
internal sealed record PackageReference(string Id, string? Version)
{
    /// <summary>As a project names it: a plain version is the lowest that will do, as in .NET Interactive; <c>[1.2.3]</c> is that one and no other.</summary>
    public string VersionRange => Version ?? "*";

    /// <inheritdoc/>
    public override string ToString() => Version is null ? Id : $"{Id}, {Version}";
}
