using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>
/// Writes what a streamed clustering found into a folder: the files of <see cref="ResultFiles"/> that need no table in
/// memory.
/// </summary>
public static class StreamedFiles
{
    /// <summary>The files that are written, besides the manifest.</summary>
    public static IReadOnlyList<string> Names { get; } = ["segments.csv", "model.json", "summary.json"];

    /// <summary>Writes segments.csv, in one more pass over the rows, model.json, summary.json and, last, manifest.json.</summary>
    /// <param name="model">The clusters.</param>
    /// <param name="folder">A folder opened with <see cref="Names"/>.</param>
    /// <param name="options">What to record of how the run was asked, beside its own options; null for nothing.</param>
    /// <param name="cancellationToken">Stops before the files take their places, and leaves the folder as it was.</param>
    /// <returns>The content of summary.json.</returns>
    /// <exception cref="DataException">The folder cannot be written, or the rows are others than before.</exception>
    public static JsonObject Write(
        StreamedKMeansModel model, ResultFolder folder, JsonObject? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(folder);
        string[] names = [.. Profiles(model).Select(profile => profile.Name)];
        folder.WriteText("segments.csv", writer => model.WriteSegments(writer, names, cancellationToken), cancellationToken);
        folder.WriteText("model.json", writer => writer.Write(Model(model).ToJson()), cancellationToken);
        JsonObject summary = Summary(model);
        folder.WriteText(
            "summary.json", writer => writer.Write(summary.ToJsonString(ResultFiles.Readable) + "\n"), cancellationToken);
        folder.Commit(Resolved(model, options), cancellationToken);
        return summary;
    }

    /// <summary>
    /// What each segment is like by the features alone, without medians: nothing else was read. The names are those of the
    /// pipeline, but for traits of columns that are not features. Where the clustering began from given centroids, nothing is
    /// known of the whole: segments are called by their number and have no profile.
    /// </summary>
    public static IReadOnlyList<SegmentProfile> Profiles(StreamedKMeansModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FeatureMatrix centroids = model.CentroidsInOriginalUnits;
        SegmentProfile[] profiles =
        [
            .. model.Sizes.Select((size, i) => new SegmentProfile(
                i + 1,
                FormattableString.Invariant($"Segment {i + 1}"),
                size,
                (double)size / model.CompleteRows,
                [.. model.Statistics?.Features.Select((feature, j) => Number(feature, size, centroids.Row(i)[j])) ?? []],
                [])),
        ];
        return model.Statistics is null ? profiles : SegmentNames.AddTo(profiles);
    }

    /// <summary>What is kept so that new customers can be given the same segments.</summary>
    public static SegmentationModel Model(StreamedKMeansModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return new SegmentationModel(
            model.Preprocessor,
            model.Centroids,
            [.. Profiles(model).Select(profile => new ModelSegment(profile.Segment, profile.Name, profile.Size))],
            model.Options.Seed,
            model.Inertia,
            TrainingStatisticsMeasuring.Of(model),
            model.IdName);
    }

    /// <summary>
    /// The content of summary.json: the properties of <see cref="ResultExport.Summary"/> that a stream knows, "passes", the
    /// times the rows were read, and the timings of its own stages, writing excepted.
    /// </summary>
    public static JsonObject Summary(StreamedKMeansModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        FeatureMatrix centroids = model.CentroidsInOriginalUnits;
        StreamedTimings timings = model.Timings;
        return new JsonObject
        {
            ["rows"] = model.RowCount,
            ["clusteredRows"] = model.CompleteRows,
            ["features"] = ResultExport.Names(model.Preprocessor.FeatureNames),
            ["scale"] = ResultExport.ScaleWord(model.Preprocessor.Scaling),
            ["seed"] = model.Options.Seed,
            ["clusterCount"] = model.ClusterCount,
            ["inertia"] = model.Inertia,
            ["iterations"] = model.Iterations,
            ["converged"] = model.Converged,
            ["passes"] = model.Passes,
            ["segments"] = new JsonArray([.. Profiles(model).Select((profile, i) => ResultExport.Segment(profile, centroids, i, new HoldoutDesign()))]),
            ["warnings"] = ResultExport.Names(Warnings(model)),
            ["timings"] = new JsonObject
            {
                ["measure"] = timings.Measure,
                ["start"] = timings.Start,
                ["cluster"] = timings.Cluster,
                ["total"] = timings.Measure + timings.Start + timings.Cluster,
            },
        };
    }

    /// <summary>What a reader should be careful about, a sentence each.</summary>
    public static IReadOnlyList<string> Warnings(StreamedKMeansModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        List<string> warnings = [];
        if (!model.Converged)
        {
            warnings.Add($"The clustering stopped at its limit of iterations, {model.Options.MaxIterations}, before it had settled; allow more (--max-iterations).");
        }

        int left = model.RowCount - model.CompleteRows;
        if (left > 0)
        {
            string missing = model.Statistics is null ? string.Empty : $" (missing: {string.Join(", ", model.Statistics.Features
                .Where(feature => feature.Missing > 0).Select(feature => $"{feature.Name} {feature.Missing}"))})";
            warnings.Add($"{left} of {NumberText.Customers(model.RowCount)} {(left == 1 ? "lacks a feature and was" : "lack a feature and were")} left out{missing}.");
        }

        return warnings;
    }

    private static NumericProfile Number(StreamedFeature feature, int size, double mean)
    {
        double? effect = feature.StandardDeviation is double deviation and > 0 ? (mean - feature.Mean) / deviation : null;
        return new NumericProfile(feature.Name, true, size, mean, null, feature.Mean, null, effect, null);
    }

    private static JsonObject Resolved(StreamedKMeansModel model, JsonObject? options)
    {
        JsonObject resolved = options?.DeepClone().AsObject() ?? [];
        resolved["features"] = ResultExport.Names(model.Preprocessor.FeatureNames);
        resolved["scale"] = ResultExport.ScaleWord(model.Preprocessor.Scaling);
        resolved["missing"] = ResultExport.MissingWord(MissingValues.DropRows);
        resolved["id"] = model.IdName;
        resolved["k"] = model.ClusterCount;
        resolved["seed"] = model.Options.Seed;
        resolved["maxIterations"] = model.Options.MaxIterations;
        resolved["tolerance"] = model.Options.Tolerance;
        resolved["sampleSize"] = model.Options.SampleSize;
        resolved["blockRows"] = model.Options.BlockRows;
        resolved["threads"] = model.Options.Threads;
        return resolved;
    }
}
