using System.Data.Common;
using System.Globalization;

namespace Segmentation;

/// <summary>Reads a table from a database query. The type of a column comes from all its values.</summary>
internal static class DataReaderLoading
{
    public static CustomerTable Load(DbDataReader reader, string? idColumn)
    {
        string[] names = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        Check(names, idColumn);
        string[] types = [.. names.Select((_, i) => reader.GetDataTypeName(i))];
        idColumn ??= names.ElementAtOrDefault(Array.IndexOf(types, TableDataReader.RowIdType));
        List<object?>[] values = [.. names.Select(_ => new List<object?>())];
        while (reader.Read())
        {
            for (int i = 0; i < values.Length; i++)
            {
                values[i].Add(reader.IsDBNull(i) ? null : Accepted(reader.GetValue(i), names[i], values[i].Count + 1));
            }
        }

        if (values.Length == 0 || values[0].Count == 0)
        {
            throw new DataException("The query gave no rows.");
        }

        Column[] columns =
        [
            .. names.Select((name, i) => ToColumn(
                name, values[i], isId: name == idColumn || types[i] is TableDataReader.IdType or TableDataReader.RowIdType)),
        ];
        return new CustomerTable(columns, idColumn ?? IdColumnRule.Choose(columns));
    }

    /// <summary>A column of values as they come; null is missing.</summary>
    /// <exception cref="DataException">A value is infinite or of a type that no column holds.</exception>
    internal static Column ToColumn(string name, IEnumerable<object?> cells, bool isId) =>
        ToColumn(name, [.. cells.Select((cell, row) => cell is null ? null : Accepted(cell, name, row + 1))], isId);

    /// <summary>Whether numbers of this name may be ids or codes, which are kept as they are written.</summary>
    internal static bool MayNameIds(string name) => IdNames.IsId(name) || IdNames.IsCode(name);

    internal static void Check(string[] names, string? idColumn)
    {
        int unnamed = Array.FindIndex(names, string.IsNullOrWhiteSpace);
        if (unnamed >= 0)
        {
            throw new DataException($"Column {unnamed + 1} of the query has no name; give it one with AS.");
        }

        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: string twice })
        {
            throw new DataException($"Two columns of the query are called '{twice}'; rename one with AS.");
        }

        if (idColumn is not null && !names.Contains(idColumn))
        {
            throw new DataException(
                $"No column named '{idColumn}'.{Spelling.DidYouMean(idColumn, names)} Columns: {string.Join(", ", names)}.");
        }
    }

    /// <summary>The value as long, decimal, double, DateTime or string; null where it is missing.</summary>
    private static object? Accepted(object value, string column, int row) => value switch
    {
        string text => string.IsNullOrWhiteSpace(text) ? null : text,
        bool truth => truth ? "true" : "false",   // as files have it, or a model made from one would not know the levels
        char or Guid => value.ToString(),
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        ulong or decimal => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        float.NaN or double.NaN => null,
        float number => Finite(AsWritten(number), column, row),
        double number => Finite(number, column, row),
        DateTime date => date,
        DateTimeOffset date => date.DateTime,
        DateOnly date => date.ToDateTime(TimeOnly.MinValue),
        _ => throw new DataException(
            $"Column '{column}' is of type {value.GetType().Name}; a column holds numbers, texts, dates or true and false. Convert it in the query.{(value is TimeSpan ? " A duration can be its number of days." : string.Empty)}"),
    };

    /// <summary>The double that the number's shortest decimal stands for, so that 0.1f is 0.1 as in a file, and not 0.10000000149.</summary>
    internal static double AsWritten(float number) =>
        double.Parse(number.ToString("R", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>The value, a negative zero as 0.</summary>
    private static double Finite(double value, string column, int row) => double.IsFinite(value)
        ? value + 0.0
        : throw new DataException($"Column '{column}' has an infinite number in row {row}; a number is finite or missing.");

    private static Column ToColumn(string name, List<object?> values, bool isId)
    {
        bool numbers = values.All(value => value is null or long or decimal or double);
        if (numbers && !isId && !HoldsIds(name, values))
        {
            return new NumericColumn(name, [.. values.Select(ToNumber)]);
        }

        string?[] texts = [.. values.Select(ToText)];
        if (isId || IdNames.IsId(name))
        {
            return new TextColumn(name, texts, ColumnKind.Id);
        }

        if (numbers || (IdNames.IsCode(name) && WordKind.MayBeCodes([.. texts.OfType<string>().Distinct()], texts.Count(text => text is not null))))
        {
            return Words(name, texts, WordKind.OfCodes);
        }

        return values.All(value => value is null or DateTime)
            ? new DateColumn(name, [.. values.Select(value => (DateTime?)value)])
            : IsoDates(name, texts) ?? Words(name, texts, HaveIdShape(texts) ? (_, _) => ColumnKind.Id : WordKind.OfTexts);
    }

    private static bool HaveIdShape(string?[] texts)
    {
        string[] present = [.. texts.OfType<string>()];
        return IdShapes.AreIds([.. present.Distinct(StringComparer.Ordinal)], present.Length);
    }

    /// <summary>Whole numbers are ids when the name says so, or when a double would change one.</summary>
    private static bool HoldsIds(string name, List<object?> values)
    {
        bool whole = values.All(value => value is null || (ToNumber(value) is double number && number == Math.Floor(number)));
        bool exact = values.All(value => value is not (long or decimal) || !NumberParsing.LosesDigits(ToText(value)!));
        bool allMissing = values.All(value => value is null);
        return whole && !allMissing && (IdNames.IsId(name) || IdNames.IsCode(name) || !exact);
    }

    /// <summary>Databases without a type for dates keep them as texts such as 2024-03-05 08:45:00.</summary>
    private static DateColumn? IsoDates(string name, string?[] texts)
    {
        DateText iso = DateText.YearFirst();
        DateTime?[] dates = [.. texts.Select(text => text is null ? null : iso.Parse(text))];
        return texts.Where((text, row) => text is not null && dates[row] is null).Any() ? null : new DateColumn(name, dates);
    }

    private static Column Words(string name, string?[] texts, Func<int, int, ColumnKind> kindOf)
    {
        int levels = texts.Distinct().Count(text => text is not null);
        ColumnKind kind = kindOf(levels, texts.Count(text => text is not null));
        return kind == ColumnKind.Categorical ? new CategoricalColumn(name, texts) : new TextColumn(name, texts, kind);
    }

    /// <summary>The nearest double; .NET's own conversion of a decimal keeps 15 digits and may miss it.</summary>
    private static double ToNumber(object? value) => value switch
    {
        null => double.NaN,
        decimal => double.Parse(ToText(value)!, CultureInfo.InvariantCulture),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private static string? ToText(object? value) => value switch
    {
        null => null,
        DateTime date => new DateColumn("date", [date]).TextAt(0),
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
