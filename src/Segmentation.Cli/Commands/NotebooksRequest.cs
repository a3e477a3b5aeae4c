using Segmentation.Notebooks;

namespace Segmentation.Cli.Commands;

/// <summary>What is asked of the notebooks.</summary>
/// <param name="Files">The notebooks.</param>
/// <param name="Values">Values to set, by name.</param>
/// <param name="Folder">Where results go; null for the files themselves.</param>
/// <param name="Html">The kind of page to write, or null.</param>
/// <param name="ListParameters">Whether to show the parameters and run nothing.</param>
/// <param name="Runner">How cells are run.</param>
internal sealed record NotebooksRequest(
    IReadOnlyList<string> Files,
    IReadOnlyDictionary<string, string> Values,
    string? Folder,
    PageKind? Html,
    bool ListParameters,
    NotebookRunner Runner)
{
    /// <summary>Refuses options that would leave a notebook with outputs that are not its own.</summary>
    public void CheckForRun()
    {
        if (Folder is null && Values.Count > 0)
        {
            throw new DataException("--set needs --out DIR: the outputs of other values do not belong into the notebook itself.");
        }

        if (Folder is null && Html is not null)
        {
            throw new DataException("--html needs --out DIR, where the pages go.");
        }

        IGrouping<string, string>? same = Files.GroupBy(file => Path.GetFileName(file)).FirstOrDefault(group => group.Count() > 1);
        if (Folder is not null && same is not null)
        {
            throw new DataException($"Two notebooks are called {same.Key}; in {Folder} one would replace the other.");
        }
    }

    /// <summary>Refuses what means nothing to verify.</summary>
    public void CheckForVerify()
    {
        string? option = Values.Count > 0 ? "--set" : Folder is not null ? "--out" : Html is not null ? "--html"
            : ListParameters ? "--list-parameters" : null;
        if (option is not null)
        {
            throw new DataException($"'notebooks verify' takes no {option}: it runs the notebooks as they are.");
        }
    }
}
