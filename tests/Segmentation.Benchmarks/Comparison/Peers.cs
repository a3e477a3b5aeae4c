using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>The Python that runs the peers, and what is installed there.</summary>
/// <param name="Process">The peers' script under that Python; null where no Python has scikit-learn.</param>
/// <param name="Notes">What was found and what is missing, a sentence each.</param>
internal sealed record Peers(ChildProcess? Process, IReadOnlyList<string> Notes)
{
    private static readonly string[] UsualPythons = ["python3", "/usr/bin/python3", "python"];

    private HashSet<string> Packages { get; init; } = new HashSet<string>();

    /// <summary>Takes the first Python that has scikit-learn.</summary>
    /// <param name="told">The only one to try; null for the usual names.</param>
    public static Peers Find(string? told)
    {
        List<string> notes = [];
        foreach (string python in told is null ? UsualPythons : [told])
        {
            ChildProcess process = new(python, [Path.Combine(AppContext.BaseDirectory, "peers.py")]);
            try
            {
                JsonObject versions = process.Ask(["versions"], new Dictionary<string, string>());
                if (versions["sklearn"] is null)
                {
                    notes.Add($"`{python}` (Python {versions["python"]}) has no scikit-learn.");
                    continue;
                }

                return new(process, Found(versions)) { Packages = versions.Where(v => v.Value is not null).Select(v => v.Key).ToHashSet() };
            }
            catch (ChildProcessException error)
            {
                notes.Add($"No answer from `{python}`: {error.Message}.");
            }
        }

        notes.Add("scikit-learn is missing: only this library is timed. Install it (on Debian: apt-get install python3-sklearn python3-pandas) or name a Python with --python.");
        return new(null, notes);
    }

    public bool Has(string package) => Packages.Contains(package);

    private static List<string> Found(JsonObject versions) =>
    [
        $"Peers: {string.Join(", ", versions.Where(v => v.Value is not null).Select(v => $"{v.Key} {v.Value}"))}.",
        .. versions.Where(v => v.Value is null).Select(v => $"There is no {v.Key}; what needs it is left out."),
    ];
}
