using System.Globalization;
using System.Text.Json.Nodes;

namespace Segmentation;

/// <summary>The files for programs: CSV for spreadsheets, JSON for scripts. Column and property names are a contract.</summary>
public static class ResultExport
{
    /// <summary>
    /// Writes segments.csv: for each row of the table that was run, in its order, the id under its own name ("row", its
    /// number from 1, where the table has none), the segment's number and its name; both empty for a row that could not
    /// be clustered. Where the id itself is called "segment" or "name", ours are "segment number" and "segment name".
    /// </summary>
    public static void WriteSegments(SegmentationResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        int[] segments = result.SegmentsInFileOrder();
        int[] positions = result.RowsInFileOrder();
        string idName = result.Customers.Id?.Name ?? "row";
        bool taken = idName.ToUpperInvariant() is "SEGMENT" or "NAME";
        CsvWriting.WriteRow(writer, idName, taken ? "segment number" : "segment", taken ? "segment name" : "name");
        for (int row = 0; row < segments.Length; row++)
        {
            string id = result.Customers.Id is TextColumn ids
                ? ids.TextAt(positions[row]) ?? string.Empty
                : (row + 1).ToString(CultureInfo.InvariantCulture);
            SegmentProfile? profile = segments[row] == 0 ? null : result.Profiles[segments[row] - 1];
            CsvWriting.WriteRow(writer, id, CsvCell.Number(profile?.Segment), profile?.Name);
        }
    }

    /// <summary>
    /// Writes profiles.csv: a row for each segment and numeric column, and one for each segment, category and level,
    /// with the segment's value beside the overall one. effectFromRest is like effect, but from the customers outside the
    /// segment; "missing", "outliers" and the quartile columns are shares of the segment, 0 to 1, a category's "missing" in
    /// the row of each of its levels. What does not apply is empty.
    /// </summary>
    public static void WriteProfiles(SegmentationResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        CsvWriting.WriteRow(
            writer,
            "segment", "name", "size", "share", "column", "level", "clustered", "count", "mean", "median",
            "overallMean", "overallMedian", "effect", "levelShare", "overallShare", "adjustedPValue",
            "effectFromRest", "pValue", "shrunkLift", "liftLowerBound", "aboveUpperQuartile", "belowLowerQuartile",
            "missing", "overallMissing", "missingAdjustedPValue", "outliers", "overallOutliers", "outliersAdjustedPValue");
        foreach (SegmentProfile profile in result.Profiles)
        {
            foreach (NumericProfile number in profile.Numbers)
            {
                CsvWriting.WriteRow(
                    writer,
                    profile.Segment, profile.Name, profile.Size, profile.Share, number.Column, null, YesNo(number.Clustered), number.Count,
                    CsvCell.Number(number.Mean), CsvCell.Number(number.Median), CsvCell.Number(number.OverallMean),
                    CsvCell.Number(number.OverallMedian), CsvCell.Number(number.Effect), null, null, CsvCell.Number(number.AdjustedPValue),
                    CsvCell.Number(number.EffectFromRest), CsvCell.Number(number.PValue), null, null,
                    CsvCell.Number(number.AboveUpperQuartile?.Share), CsvCell.Number(number.BelowLowerQuartile?.Share),
                    CsvCell.Number(number.Missing?.Share), CsvCell.Number(number.Missing?.OverallShare), CsvCell.Number(number.Missing?.Test?.AdjustedPValue),
                    CsvCell.Number(number.Outliers?.Share), CsvCell.Number(number.Outliers?.OverallShare), CsvCell.Number(number.Outliers?.Test?.AdjustedPValue));
            }

            foreach (CategoryProfile category in profile.Categories)
            {
                foreach (LevelProfile level in category.Levels)
                {
                    CsvWriting.WriteRow(
                        writer,
                        profile.Segment, profile.Name, profile.Size, profile.Share, category.Column, level.Level, YesNo(category.Clustered), level.Count,
                        null, null, null, null, null, CsvCell.Number(level.Share), level.OverallShare, CsvCell.Number(level.AdjustedPValue),
                        CsvCell.Number(level.EffectFromRest), CsvCell.Number(level.Test?.PValue), CsvCell.Number(level.Test?.ShrunkLift),
                        CsvCell.Number(level.Test?.LiftLowerBound), null, null,
                        CsvCell.Number(category.Missing?.Share), CsvCell.Number(category.Missing?.OverallShare),
                        CsvCell.Number(category.Missing?.Test?.AdjustedPValue), null, null, null);
                }
            }
        }
    }

    /// <summary>
    /// Writes recommendations.csv: a row for each recommendation, with the customers to hold out of it and what that can show.
    /// </summary>
    public static void WriteRecommendations(SegmentationResult result, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(result);
        CsvWriting.WriteRow(writer, "segment", "name", "family", "rule", "source", "channel", "action", "reason", "measure", "contradictedBy", "holdout", "experiment");
        IReadOnlyList<Holdout> experiments = result.Experiments;
        foreach (Recommendation recommendation in result.Recommendations)
        {
            CsvWriting.WriteRow(
                writer,
                recommendation.Segment, result.Profiles[recommendation.Segment - 1].Name, ResultText.Title(recommendation.Family),
                recommendation.Rule, recommendation.Source, recommendation.Channel, recommendation.Action, recommendation.Reason,
                recommendation.Measure, string.Join(", ", recommendation.ContradictedBy),
                experiments[recommendation.Segment - 1].HeldOut, experiments[recommendation.Segment - 1].Describe());
        }
    }

    /// <summary>
    /// The content of summary.json. "inertia" is in the space that was clustered; of each segment "means" are the means of its
    /// customers and "centroid" the model's, both in original units (see <see cref="SegmentationResult.CentroidsInOriginalUnits"/>);
    /// timings are in seconds; what is unknown is null.
    /// </summary>
    public static JsonObject Summary(SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        FeatureMatrix centroids = result.CentroidsInOriginalUnits;
        SegmentationTimings timings = result.Timings;
        return new JsonObject
        {
            ["rows"] = result.Customers.RowCount,
            ["clusteredRows"] = result.Prepared.Matrix.RowCount,
            ["features"] = Names(result.Preprocessor.FeatureNames),
            ["notCompared"] = DataUseExport.Unused(result.DataUse),
            ["scale"] = ScaleWord(result.Preprocessor.Scaling),
            ["seed"] = result.Options.Algorithm.Seed,
            ["clusterCount"] = result.Model.ClusterCount,
            ["recommendedK"] = result.Verdict.RecommendedCount,
            ["confidence"] = VerdictText.Word(result.Verdict.Confidence),
            ["isDivision"] = result.IsDivision,
            ["bestCandidate"] = VerdictExport.Division(result.Verdict),
            ["combinations"] = VerdictExport.Combinations(result.Combinations),
            ["inertia"] = result.Model.Inertia,
            ["iterations"] = result.Model.Iterations,
            ["converged"] = result.Model.Converged,
            ["silhouette"] = result.Silhouette?.Mean.Value,
            ["silhouetteSampleSize"] = result.Silhouette?.Mean.SampleSize,
            ["silhouetteStandardError"] = result.Silhouette?.Mean.StandardError,
            ["calinskiHarabasz"] = result.CalinskiHarabasz,
            ["daviesBouldin"] = result.DaviesBouldin,
            ["segments"] = new JsonArray([.. result.Profiles.Select((profile, i) =>
                WithStability(Segment(profile, centroids, i, result.Options.Experiment, result.MeansOf(i + 1)), result.Stability?.Clusters[i]))]),
            ["rules"] = result.Rules is SegmentRules rules ? RulesExport.Summary(rules) : null,
            ["stabilitySamples"] = result.Stability?.Samples,
            ["stabilityRows"] = result.Stability?.Rows,
            ["outcome"] = result.Outcome is OutcomeComparison outcome ? OutcomeExport.Summary(outcome) : null,
            ["value"] = result.Value is ValueRanking value ? ValueExport.Summary(value) : null,
            ["budget"] = result.Budget is BudgetPlan budget ? BudgetExport.Summary(budget) : null,
            ["recommendations"] = RecommendationJson.Of(result.Recommendations),
            ["warnings"] = Names(result.Warnings),
            ["timings"] = new JsonObject
            {
                ["load"] = timings.Load,
                ["prepare"] = timings.Prepare,
                ["cluster"] = timings.Cluster,
                ["validate"] = timings.Validate,
                ["total"] = timings.Total,
            },
        };
    }

    /// <summary>The word for a scaling, as the command takes it and the summary has it.</summary>
    public static string ScaleWord(Scaling scaling) => scaling.ToString().ToLowerInvariant();

    /// <summary>The word for the treatment of missing values, as the command takes it and the manifest has it.</summary>
    public static string MissingWord(MissingValues missing) => missing switch
    {
        MissingValues.FillMedian => "median",
        MissingValues.FillMean => "mean",
        MissingValues.FillMode => "mode",
        MissingValues.KPod => "kpod",
        _ => "drop",
    };

    /// <param name="profile">The segment.</param>
    /// <param name="centroids">All centroids in original units.</param>
    /// <param name="row">The segment's.</param>
    /// <param name="design">What an experiment is to show.</param>
    /// <param name="means">The means of its customers; null where they are not known beside the centroid.</param>
    internal static JsonObject Segment(
        SegmentProfile profile, FeatureMatrix centroids, int row, HoldoutDesign design, IReadOnlyList<double?>? means = null)
    {
        JsonObject segment = new()
        {
            ["segment"] = profile.Segment,
            ["name"] = profile.Name,
            ["size"] = profile.Size,
            ["share"] = profile.Share,
        };
        if (means is not null)
        {
            segment["means"] = new JsonObject(centroids.FeatureNames.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)means[i])));
        }

        double[] centroid = centroids.Row(row).ToArray();
        segment["centroid"] = new JsonObject(centroids.FeatureNames.Select((name, i) => KeyValuePair.Create(name, (JsonNode?)centroid[i])));
        segment["experiment"] = Experiment(design.For(profile));
        return segment;
    }

    /// <summary>What an experiment can show; shares and rates from 0 to 1, "smallestEffect" null where nothing can be shown.</summary>
    public static JsonObject Experiment(Holdout holdout)
    {
        ArgumentNullException.ThrowIfNull(holdout);
        return new JsonObject
        {
            ["customers"] = holdout.Customers,
            ["treatment"] = holdout.Treatment,
            ["holdout"] = holdout.HeldOut,
            ["baselineRate"] = holdout.Design.Baseline,
            ["baselineAssumed"] = holdout.Design.BaselineRate is null,
            ["significance"] = holdout.Design.Significance,
            ["power"] = holdout.Design.Power,
            ["effect"] = holdout.Effect,
            ["neededCustomers"] = holdout.NeededCustomers,
            ["smallestEffect"] = holdout.SmallestEffect,
            ["measurable"] = holdout.IsMeasurable,
            ["sentence"] = holdout.Describe(),
        };
    }

    /// <summary>"stability" is the mean Jaccard coefficient; both are null where it was not asked for.</summary>
    private static JsonObject WithStability(JsonObject segment, ClusterRecovery? recovery)
    {
        segment["stability"] = recovery?.MeanJaccard;
        segment["stabilityGrade"] = recovery is null ? null : VerdictText.Word(recovery.Grade);
        return segment;
    }

    internal static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => JsonValue.Create(name))]);

    private static string YesNo(bool value) => value ? "yes" : "no";
}
