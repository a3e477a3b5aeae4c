namespace Segmentation;

/// <summary>Makes the model of a refit: segments in the order of their numbers, with their names.</summary>
internal static class RefitModel
{
    public static SegmentationModel Make(
        Refit refit, RefitData data, KMeansModel kept, FeatureMatrix centroids, int[] ordered, double inertia, SegmentMatching matching)
    {
        int[] order = Order(matching);
        int[] sizes = ClusterSizes.Count(ordered, order.Length);
        string[] names = Names(refit.Old, data, kept, matching);
        int highest = matching.Numbers.Max();
        return Make(
            refit.Old,
            data,
            FeatureMatrix.Owning(centroids.FeatureNames, ClusterOrder.Apply(order, centroids.ValueArray)),
            ordered,
            [.. order.Select((cluster, i) => new ModelSegment(matching.Numbers[cluster], names[cluster], sizes[i]))],
            refit.Seed ?? refit.Old.Seed,
            inertia,
            matching.NextNumber == highest + 1 ? null : matching.NextNumber);
    }

    public static SegmentationModel Make(
        SegmentationModel old,
        RefitData data,
        FeatureMatrix centroids,
        int[] labels,
        IReadOnlyList<ModelSegment> segments,
        int seed,
        double inertia,
        int? nextSegment,
        string? madeBy = null)
    {
        TrainingStatistics training = TrainingStatisticsMeasuring.Of(data.Customers, data.Preprocessor, data.Prepared, labels, centroids);
        training = training with { Segments = [.. training.Segments.Zip(segments, (measured, segment) => measured with { Segment = segment.Segment })] };
        return new SegmentationModel(
            data.Preprocessor, centroids, segments, seed, inertia, training, data.Customers.Id?.Name ?? old.IdColumn, madeBy)
        {
            NextSegment = nextSegment,
        };
    }

    /// <summary>The labels as places in the model.</summary>
    public static int[] Reordered(int[] labels, SegmentMatching matching)
    {
        int[] order = Order(matching);
        int[] places = new int[order.Length];
        for (int place = 0; place < order.Length; place++)
        {
            places[order[place]] = place;
        }

        return [.. labels.Select(label => places[label])];
    }

    /// <summary>The sum of squared distances; chunks are added up in their order.</summary>
    public static double Inertia(FeatureMatrix matrix, int[] labels, FeatureMatrix centroids) => new FixedChunks(matrix.RowCount).Sum(
        (from, to) =>
        {
            double sum = 0;
            for (int row = from; row < to; row++)
            {
                sum += SquaredDistance.Between(matrix.Row(row), centroids.Row(labels[row]));
            }

            return sum;
        },
        CancellationToken.None);

    /// <summary>The clusters by the numbers of their segments.</summary>
    private static int[] Order(SegmentMatching matching) => [.. Enumerable.Range(0, matching.Numbers.Count).OrderBy(cluster => matching.Numbers[cluster])];

    /// <summary>A segment that goes on keeps its name; a new one is named by what stands out, and by its number where that name is taken.</summary>
    private static string[] Names(SegmentationModel old, RefitData data, KMeansModel kept, SegmentMatching matching)
    {
        string?[] names = [.. matching.OldOf.Select(place => place is int known ? old.Segments[known].Name : null)];
        if (!names.Contains(null))
        {
            return names!;
        }

        IReadOnlyList<SegmentProfile> profiles = SegmentationPipeline.Profile(
            data.Customers, data.Preprocessor, data.Prepared, kept, TableSummary.Of(data.Customers));
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i] is null)
            {
                string name = profiles[i].Name;
                names[i] = names.Contains(name) ? FormattableString.Invariant($"{name} ({matching.Numbers[i]})") : name;
            }
        }

        return names!;
    }
}
