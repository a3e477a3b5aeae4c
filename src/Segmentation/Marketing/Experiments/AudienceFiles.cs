using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>Writes audiences for upload to ad and mail platforms, and the key to them, which stays at home.</summary>
public static class AudienceFiles
{
    /// <summary>The file that says which audience is which segment.</summary>
    public const string KeyName = "key.csv";

    private const string Warning = "Keep this file to yourself: it has the real names. Do not upload it.";

    private const string Command = "audience";

    /// <summary>Opens a folder for the files of these audiences.</summary>
    /// <exception cref="DataException">
    /// The folder cannot be written, holds foreign files of these names, or holds the result of another command, which the
    /// audiences would replace.
    /// </exception>
    public static ResultFolder Open(string path, IEnumerable<Audience> audiences)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(audiences);
        if (File.Exists(Path.Combine(path, ResultManifest.FileName))
            && ResultManifest.Read(path).Options["command"] is var command
            && command?.ToString() != Command)
        {
            throw new DataException(
                $"{path} holds the result of 'segment {command?.ToString() ?? "run"}', which audiences would replace: choose another folder.");
        }

        return ResultFolder.Open(path, audiences.Select(audience => audience.FileName).Append(KeyName));
    }

    /// <summary>
    /// Writes for each audience a file with the columns "id" and "arm" (treatment or holdout), in the order of its list;
    /// key.csv with the segment's real name, the sizes and what the experiment can show; and, last, manifest.json.
    /// </summary>
    /// <param name="audiences">The audiences.</param>
    /// <param name="split">How they were split.</param>
    /// <param name="folder">The folder, from <see cref="Open"/> with the same audiences.</param>
    /// <param name="options">What to record of how they were asked for; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the files take their places, and leaves the folder as it was.</param>
    /// <exception cref="DataException">The folder cannot be written.</exception>
    public static void Write(
        IReadOnlyList<Audience> audiences,
        HoldoutSplit split,
        ResultFolder folder,
        JsonObject? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(audiences);
        ArgumentNullException.ThrowIfNull(split);
        ArgumentNullException.ThrowIfNull(folder);
        foreach (Audience audience in audiences)
        {
            folder.WriteText(audience.FileName, writer => WriteArms(audience, writer, cancellationToken), cancellationToken);
        }

        folder.WriteText(KeyName, writer => WriteKey(audiences, split, writer), cancellationToken);
        JsonObject resolved = options?.DeepClone().AsObject() ?? [];
        resolved["command"] = Command;
        resolved["holdout"] = split.HoldoutShare;
        resolved["split"] = split.Kind.ToString().ToLowerInvariant();
        resolved["seed"] = split.Seed;
        folder.Commit(resolved, cancellationToken);
    }

    private static void WriteArms(Audience audience, TextWriter writer, CancellationToken cancellationToken)
    {
        const int RowsPerLook = 1 << 14;
        CsvWriting.WriteRow(writer, "id", "arm");
        for (int i = 0; i < audience.HeldOut.Length; i++)
        {
            if (i % RowsPerLook == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            CsvWriting.WriteRow(writer, audience.List.Ids[i], audience.HeldOut[i] ? "holdout" : "treatment");
        }
    }

    private static void WriteKey(IReadOnlyList<Audience> audiences, HoldoutSplit split, TextWriter writer)
    {
        CsvWriting.WriteRow(
            writer,
            "audience", "file", "treatmentAudience", "holdoutAudience", "segment", "name", "customers", "treatment", "holdout", "seed",
            "effect", "neededCustomers", "smallestEffect", "measurable", "experiment", "valueExperiment", "note");
        foreach (Audience audience in audiences)
        {
            Holdout experiment = audience.Experiment;
            CsvWriting.WriteRow(
                writer,
                audience.Name, audience.FileName, $"{audience.Name} treatment", $"{audience.Name} holdout",
                audience.List.Segment, audience.List.Name, experiment.Customers, experiment.Treatment, experiment.HeldOut, split.Seed,
                experiment.Effect, experiment.NeededCustomers, CsvCell.Number(experiment.SmallestEffect), experiment.IsMeasurable ? "yes" : "no",
                experiment.Describe(), audience.ValueExperiment?.Describe(), Warning);
        }
    }
}
