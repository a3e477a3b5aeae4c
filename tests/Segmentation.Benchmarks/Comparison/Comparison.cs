using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation.Benchmarks;

/// <summary>Runs this library and a peer in turn, each time in a process of its own, so that both meet the same noise.</summary>
internal sealed class Comparison(Peers peers, SeededData data, int alternations, int threads, Action<string> report)
{
    public ComparisonRow Run(Work work)
    {
        IReadOnlyList<string> arguments = work.Arguments(data);
        List<string> notes = [];
        PeerSetting? setting = Fastest(work, arguments, notes);
        List<JsonObject> ours = [];
        List<JsonObject> theirs = [];
        for (int i = 0; i < alternations; i++)
        {
            // What does not start from random numbers would not take a seed.
            string[] seed = work.IsRandom ? ["--seed", Text(i + 1)] : [];
            ours.Add(ChildProcess.Itself.Ask([.. arguments, .. Own(work), .. seed], new Dictionary<string, string>()));
            if (setting is not null)
            {
                theirs.Add(peers.Process!.Ask([.. arguments, .. Peer(work, setting), .. seed], setting.Environment));
            }

            report($"{work.Name}: {i + 1} of {alternations}, {Seconds(ours)} against {(setting is null ? "nothing" : Seconds(theirs))}");
        }

        return new(work, ours, theirs, setting, notes);
    }

    /// <summary>Tries every setting of the peer once.</summary>
    private PeerSetting? Fastest(Work work, IReadOnlyList<string> arguments, List<string> notes)
    {
        (PeerSetting Setting, double Seconds)? best = null;
        foreach (PeerSetting setting in work.Settings.Where(setting => peers.Has(setting.Package)))
        {
            try
            {
                JsonObject answer = peers.Process!.Ask([.. arguments, .. Peer(work, setting)], setting.Environment);
                double seconds = answer["seconds"]!.GetValue<double>();
                report($"{work.Name}: peer with {setting.Name}: {seconds.ToString("0.0000", CultureInfo.InvariantCulture)} s");
                best = best is null || seconds < best.Value.Seconds ? (setting, seconds) : best;
            }
            catch (ChildProcessException error)
            {
                notes.Add($"{work.Name}, {setting.Name}: {error.Message}");
            }
        }

        return best?.Setting;
    }

    /// <summary>The CSV reader has no option for threads.</summary>
    private IEnumerable<string> Own(Work work) => work.Name == "csv"
        ? ["--reps", Text(work.Repetitions)]
        : ["--threads", Text(threads), "--reps", Text(work.Repetitions)];

    private IEnumerable<string> Peer(Work work, PeerSetting setting) =>
        ["--threads", Text(threads), "--reps", Text(work.Repetitions), .. setting.Arguments];

    private static string Seconds(List<JsonObject> answers) =>
        answers[^1]["seconds"]!.GetValue<double>().ToString("0.0000 s", CultureInfo.InvariantCulture);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
