using System.Globalization;

namespace Segmentation;

/// <summary>The kinds of picture that can open a report.</summary>
internal enum LeadKind
{
    /// <summary>Customers by two columns.</summary>
    Columns,

    /// <summary>Customers by two weighted sums of columns.</summary>
    Directions,

    /// <summary>One column by segment.</summary>
    Boxes,

    /// <summary>Shares of levels by segment.</summary>
    Shares,

    /// <summary>Means of columns by segment.</summary>
    Means,

    /// <summary>One column of all customers.</summary>
    Distribution,
}

/// <summary>
/// The report's one picture before everything else: customers by the two columns that tell the segments apart best, never by
/// one of two values; where no two do, by the two directions in which the segments differ most; where categories do, shares; where points would hide
/// each other, means.
/// </summary>
internal sealed class LeadPicture
{
    /// <summary>Two columns tell the segments apart well where so many customers lie nearest to their own.</summary>
    private const double Good = 0.75;

    /// <summary>A column of fewer values than this makes rows of points rather than a cloud.</summary>
    private const int FewValues = 11;

    private const int MostPaired = 8;
    private const int MostNamed = 6;

    /// <summary>More would not fit a screen.</summary>
    public const int MostCategories = 2;

    public const int MostNumbers = 4;

    private readonly SegmentationResult result;
    private readonly CustomerTable clustered;
    private readonly int[] features;
    private readonly double[][]? directions;

    public LeadPicture(SegmentationResult result)
    {
        this.result = result;
        clustered = result.Customers.Take(result.Prepared.Rows);
        double[] explained = SegmentSeparation.ExplainedVariance(result.Prepared.Matrix, result.Model.Labels, result.Profiles.Count);
        IReadOnlyList<FittedFeature> all = result.Preprocessor.Features;
        int[] numbers = [.. Enumerable.Range(0, all.Count).Where(i => all[i].Encoding is not { IsLevel: true } && Values(i) > 2).OrderByDescending(i => explained[i])];
        bool categorical = result.Profiles[0].Categories.Any(category => category.Clustered);
        (features, Kind) = (numbers, LeadKind.Columns);
        if (result.Profiles.Count == 1)
        {
            features = [.. numbers.Order()];
            Kind = numbers.Length > 1 ? LeadKind.Columns : numbers.Length == 1 ? LeadKind.Distribution : LeadKind.Means;
            return;
        }

        if (numbers.Length < 2)
        {
            Kind = categorical ? LeadKind.Shares : numbers.Length == 1 ? LeadKind.Boxes : LeadKind.Means;
            return;
        }

        (features, double recovered) = BestPair(numbers);
        bool clouds = features.All(i => Values(i) >= FewValues);
        if (clouds && recovered >= Good)
        {
            return;
        }

        if (categorical && !Headline.MostTelling(result).IsNumber)
        {
            Kind = LeadKind.Shares;
            return;
        }

        directions = all.Count > 2 && result.Profiles.Count > 2
            ? SegmentDirections.Of(result.Model.Centroids, [.. result.Profiles.Select(profile => profile.Size)])
            : null;
        if (directions is null && PointsHideEachOther())
        {
            Kind = LeadKind.Means;
        }
        else if (directions is not null && (!clouds || Recovered(Along(directions[0]), Along(directions[1])) > recovered))
        {
            Kind = LeadKind.Directions;
        }
    }

    /// <summary>What it is.</summary>
    public LeadKind Kind { get; }

    /// <summary>The picture.</summary>
    public Figure Draw()
    {
        Figure figure = Kind switch
        {
            LeadKind.Columns => OfColumns(),
            LeadKind.Directions => OfDirections(),
            LeadKind.Boxes => Chart.BoxBySegment(clustered, result.Preprocessor.Features[features[0]].Column, result.Model.Labels, result.Profiles),
            LeadKind.Shares => ComparedPictures.Shares(result.Profiles, MostCategories),
            LeadKind.Distribution => Chart.Histogram(Histogram.Of(result.Preprocessor.Features[features[0]].NumbersOf(clustered))),
            _ => ComparedPictures.Means(result.Profiles, MostNumbers),
        };
        return Kind is LeadKind.Columns or LeadKind.Directions
            ? new(figure.Data, figure.Layout with { PlotHeight = 220 }, figure.Description)
            : figure;
    }

    /// <summary>In the order in which the features were named, so that "income, spending" has income on the x axis.</summary>
    private Figure OfColumns()
    {
        int[] pair = [.. features.Take(2).Order()];
        FittedFeature[] axes = [.. pair.Select(i => result.Preprocessor.Features[i])];
        AxisKind[] kinds = [.. axes.Select(axis => axis.Encoding is LogEncoding log ? (log.Plus == 0 ? AxisKind.Log : AxisKind.LogOfOnePlus) : AxisKind.Linear)];
        NumericColumn[] columns = [.. axes.Select(axis => axis.NumbersOf(clustered))];
        double CentreOf(SegmentProfile profile, int axis) => kinds[axis] == AxisKind.Linear
            ? profile.Numbers.FirstOrDefault(number => number.Column == columns[axis].Name)?.Mean ?? double.NaN
            : axes[axis].ToOriginal(result.Model.Centroids.Row(profile.Segment - 1)[pair[axis]]);
        return Chart.SegmentScatter(
            new CustomerTable(columns),
            columns[0].Name,
            columns[1].Name,
            result.Model.Labels,
            Names,
            [.. result.Profiles.Select(profile => (CentreOf(profile, 0), CentreOf(profile, 1)))],
            xKind: kinds[0],
            yKind: kinds[1]);
    }

    private Figure OfDirections()
    {
        string[] titles = [.. directions!.Select(Words)];
        NumericColumn[] columns = [.. directions!.Select((weights, i) => new NumericColumn(titles[i], Along(weights)))];
        (double, double)[] centres = [.. Enumerable.Range(0, result.Profiles.Count).Select(segment =>
            (Sum(directions![0], result.Model.Centroids.Row(segment)), Sum(directions![1], result.Model.Centroids.Row(segment))))];
        Figure figure = Chart.SegmentScatter(new CustomerTable(columns), titles[0], titles[1], result.Model.Labels, Names, centres);
        return new(
            figure.Data,
            figure.Layout with
            {
                Title = "The two directions in which the segments differ most",
                Subtitle = $"{figure.Layout.Subtitle}{(figure.Layout.Subtitle!.EndsWith('.') ? string.Empty : ".")} The axes are weighted sums of the scaled columns.",
            },
            figure.Description);
    }

    /// <summary>Of many segments the numbers alone; the cards below have the names.</summary>
    private string[]? Names => result.Profiles.Count > MostNamed ? null : [.. result.Profiles.Select(profile => profile.Name)];

    /// <summary>"0.71 × Income − 0.42 × Age and 3 more": the largest weights of a direction.</summary>
    private string Words(double[] weights)
    {
        const int MostWeights = 3;
        IReadOnlyList<FittedFeature> all = result.Preprocessor.Features;
        int[] largest = [.. Enumerable.Range(0, weights.Length).OrderByDescending(i => Math.Abs(weights[i])).Take(MostWeights)];
        string words = string.Join(' ', largest.Select((i, place) =>
            $"{(weights[i] < 0 ? "− " : place > 0 ? "+ " : string.Empty)}{Math.Abs(weights[i]).ToString("0.00", CultureInfo.InvariantCulture)} × {PlainText.OneLine(all[i].Name, 30)}"));
        return weights.Length > MostWeights ? $"{words} and {weights.Length - MostWeights} more" : words;
    }

    private (int[] Pair, double Recovered) BestPair(int[] numbers)
    {
        int[] few = [.. numbers.Where(i => Values(i) >= FewValues)];
        int[] candidates = [.. (few.Length > 1 ? few : numbers).Take(MostPaired)];
        double[][] places = [.. candidates.Select(Feature)];
        (int[] Pair, double Recovered) best = ([], -1);
        for (int i = 0; i < candidates.Length; i++)
        {
            for (int j = i + 1; j < candidates.Length; j++)
            {
                double recovered = Recovered(places[i], places[j]);
                if (recovered > best.Recovered)
                {
                    best = ([candidates[i], candidates[j]], recovered);
                }
            }
        }

        return best;
    }

    private double Recovered(double[] x, double[] y) => SegmentSeparation.Recovered(x, y, result.Model.Labels, result.Profiles.Count);

    private double[] Feature(int feature) => [.. Enumerable.Range(0, result.Prepared.Matrix.RowCount).Select(row => result.Prepared.Matrix.Row(row)[feature])];

    private double[] Along(double[] weights) => [.. Enumerable.Range(0, result.Prepared.Matrix.RowCount).Select(row => Sum(weights, result.Prepared.Matrix.Row(row)))];

    private static double Sum(double[] weights, ReadOnlySpan<double> row)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * row[i];
        }

        return sum;
    }

    /// <summary>Whether half of the customers or more lie where another one does.</summary>
    private bool PointsHideEachOther() =>
        Feature(features[0]).Zip(Feature(features[1])).Distinct().Count() * 2 <= result.Prepared.Matrix.RowCount;

    /// <summary>How many different values a feature has, as far as that matters.</summary>
    private int Values(int feature)
    {
        HashSet<double> values = [];
        for (int row = 0; row < result.Prepared.Matrix.RowCount && values.Count < FewValues; row++)
        {
            values.Add(result.Prepared.Matrix.Row(row)[feature]);
        }

        return values.Count;
    }
}
