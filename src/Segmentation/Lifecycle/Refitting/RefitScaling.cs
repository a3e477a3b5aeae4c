namespace Segmentation;

/// <summary>On which scale the new customers are clustered. Encodings stay those of the old model.</summary>
public enum RefitScaling
{
    /// <summary>
    /// Centers and scales of plain numbers are learned from the new customers, as the old ones were from theirs; the default.
    /// Encoded features (categories, orders, dates, logarithms) keep theirs.
    /// </summary>
    Refit,

    /// <summary>The old centers and scales: a distance means what it meant, however far the customers have moved.</summary>
    Keep,
}

/// <summary>The preprocessor of a refit, and centroids carried into it.</summary>
internal static class RefitPreprocessor
{
    /// <summary>Learns the scale of the numbers anew; a fill value follows where it was the center, else it stays.</summary>
    /// <exception cref="DataException">No customer has all features, or a feature is the same for everyone.</exception>
    /// <exception cref="ArgumentException">The table lacks a feature's column.</exception>
    public static FittedPreprocessor Of(SegmentationModel old, CustomerTable customers)
    {
        FittedFeature[] features = [.. old.Preprocessor.Features.Where(feature => feature.Encoding is null)];
        if (features.Length == 0)
        {
            return old.Preprocessor;
        }

        bool drops = old.Preprocessor.Features.All(feature => feature.FillValue is null);
        int[] rows = drops ? old.Preprocessor.Transform(customers).Rows.ToArray() : [.. Enumerable.Range(0, customers.RowCount)];
        CheckHaveAScale(features, customers, rows);
        Preprocessor options = new()
        {
            Features = [.. features.Select(feature => feature.Name)],
            Scaling = old.Preprocessor.Scaling,
            Missing = drops ? MissingValues.DropRows : MissingValues.FillMedian,
            Weights = features.ToDictionary(feature => feature.Name, feature => feature.Weight, StringComparer.Ordinal),
        };
        FittedPreprocessor fitted = options.Fit(customers.Take(rows));
        Dictionary<string, FittedFeature> learned = fitted.Features.ToDictionary(feature => feature.Name, StringComparer.Ordinal);
        return new FittedPreprocessor(
            [.. old.Preprocessor.Features.Select(before => learned.TryGetValue(before.Name, out FittedFeature? now) && before.Encoding is null
                ? before with { Center = now.Center, Scale = now.Scale, FillValue = Fill(before, now, old.Preprocessor.Scaling) }
                : before)],
            old.Preprocessor.Scaling);
    }

    /// <summary>The old centroids on the new scale, by way of the features' own units; the same bits where the scale is the same.</summary>
    public static FeatureMatrix Carry(FeatureMatrix centroids, FittedPreprocessor from, FittedPreprocessor to)
    {
        double[] carried = new double[centroids.Values.Length];
        for (int i = 0; i < carried.Length; i++)
        {
            FittedFeature old = from.Features[i % centroids.FeatureCount];
            FittedFeature now = to.Features[i % centroids.FeatureCount];
            bool same = old.Center == now.Center && old.Scale == now.Scale && old.Weight == now.Weight;
            carried[i] = same ? centroids.Values[i] : now.ToScaled((centroids.Values[i] / old.Weight * old.Scale) + old.Center);
        }

        return FeatureMatrix.Owning(centroids.FeatureNames, carried);
    }

    /// <summary>Refuses numbers that no scale can be learned from, and says what can be done: a refit cannot leave a feature out.</summary>
    private static void CheckHaveAScale(FittedFeature[] features, CustomerTable customers, int[] rows)
    {
        if (rows.Length == 0)
        {
            throw new DataException(Refit.NoCustomer);
        }

        foreach (FittedFeature feature in features)
        {
            if (FeatureChoice.WhyUseless(customers.Numeric(feature.Column), rows) is string fact)
            {
                throw new DataException($"{fact}, so no scale can be learned from it. Keep the old scale (RefitScaling.Keep, --keep-scaling).");
            }
        }
    }

    /// <summary>A standard center is the mean, a robust one the median, so that they tell which of the two filled; else the old value stays.</summary>
    private static double? Fill(FittedFeature before, FittedFeature now, Scaling scaling) => (before.FillValue, scaling) switch
    {
        (null, _) => null,
        (double fill, Scaling.Standard or Scaling.Robust) when fill == before.Center => now.Center,
        _ => before.FillValue,
    };
}
