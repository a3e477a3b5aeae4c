namespace Segmentation;

/// <summary>
/// Makes a typed column from the texts of the whole column. In this order: what the caller says; ids by their name;
/// codes, and numbers that a double cannot hold as they are spelt; numbers; dates; few levels are categories; text.
/// </summary>
internal sealed class ColumnInference(
    string source, CsvOptions options, DecimalSeparator decimalSeparator, IReadOnlyList<int> lines, LoadNotes notes)
{
    private readonly DateReading dateReading = new(source, options, lines);

    public Column Infer(ColumnCells cells)
    {
        if (cells is NumberCells numbers)
        {
            notes.CountMissing(numbers.Name, numbers.Missing);
            return new NumericColumn(numbers.Name, numbers.Values.Span);
        }

        return Infer((RawColumn)cells);
    }

    private Column Infer(RawColumn raw)
    {
        ColumnTexts texts = new(raw, new MissingTokenRule(options, raw.Name));
        if (raw.Name == options.IdColumn)
        {
            return Words(texts, ColumnKind.Id);
        }

        return options.ColumnKinds.TryGetValue(raw.Name, out ColumnKind kind) ? AsTold(texts, kind) : AsFound(texts);
    }

    private Column AsTold(ColumnTexts texts, ColumnKind kind) => kind switch
    {
        ColumnKind.Numeric => Numbers(texts, texts.Parse(Number)),
        ColumnKind.Date => Dates(texts, DatesInOneOrder(texts)),
        _ => Words(texts, kind),
    };

    private Column AsFound(ColumnTexts texts)
    {
        double?[] numbers = texts.Parse(Number);
        if (texts.PresentRows == 0)
        {
            notes.Warn($"Column '{texts.Name}' has no value in any row.");
            return Numbers(texts, numbers);
        }

        if (options.DateFormat is not null && texts.Parse(DateText.Exactly(options.DateFormat).Parse) is var told
            && texts.IsComplete(told))
        {
            return Dates(texts, told);
        }

        if (IdKind(texts, numbers) is ColumnKind idKind)
        {
            return Words(texts, idKind);
        }

        if (texts.IsComplete(numbers))
        {
            return Numbers(texts, numbers);
        }

        return texts.IsMostly(numbers) ? StrayNumbers(texts, numbers) : DatesOrWords(texts);
    }

    private Column DatesOrWords(ColumnTexts texts)
    {
        (DateTime?[] dates, string? mixture) = dateReading.Read(texts);
        if (mixture is not null)
        {
            notes.Warn($"Column '{texts.Name}' was read as text: no order of day and month fits its dates, for {mixture}.");
            return Words(texts, null, texts.IsMissingNumber);
        }

        if (texts.IsComplete(dates))
        {
            return Dates(texts, dates);
        }

        if (texts.IsMostly(dates))
        {
            return options.StrayTexts == StrayTextHandling.TreatAsMissing
                ? Dates(texts, dates)
                : StrayWords(texts, texts.StraysOf(dates), ColumnKind.Date);
        }

        if (DecimalSeparatorRule.ToBeTold(texts.Raw, decimalSeparator, texts.IsMissingNumber) is not null)
        {
            return StrayNumbers(texts, texts.Parse(Number));
        }

        if ((TwoDigitYears.Warning(texts, lines) ?? NumberLike.Warning(texts, lines)) is string warning)
        {
            notes.Warn(warning);
        }

        return Words(texts, null);
    }

    private Column StrayNumbers(ColumnTexts texts, double?[] numbers)
    {
        if (DecimalSeparatorRule.ToBeTold(texts.Raw, decimalSeparator, texts.IsMissingNumber) is char sign)
        {
            notes.Warn(
                $"Column '{texts.Name}' has texts that are numbers if '{sign}' is the decimal separator; it may also group thousands, so nothing was guessed: set DecimalSeparator (--decimal {(sign == ',' ? "comma" : "point")}) to say so.");
            return StrayWords(texts, texts.StraysOf(numbers), ColumnKind.Numeric);
        }

        return options.StrayTexts == StrayTextHandling.TreatAsMissing
            ? Numbers(texts, numbers)
            : StrayWords(texts, texts.StraysOf(numbers), ColumnKind.Numeric);
    }

    private NumericColumn Numbers(ColumnTexts texts, double?[] numbers)
    {
        TakeStraysAsMissing(texts, texts.StraysOf(numbers), ColumnKind.Numeric);
        notes.CountMissing(texts.Raw, code => numbers[code] is null);
        return new NumericColumn(texts.Name, texts.Raw.Expand([.. numbers.Select(number => number ?? double.NaN)]));
    }

    private DateTime?[] DatesInOneOrder(ColumnTexts texts)
    {
        (DateTime?[] dates, string? mixture) = dateReading.Read(texts);
        return mixture is null ? dates : throw new DataException(
            source, lines[texts.Raw.FindRow(texts.StraysOf(dates))],
            $"column '{texts.Name}' should be dates, but no order of day and month fits them, for {mixture}.");
    }

    private DateColumn Dates(ColumnTexts texts, DateTime?[] dates)
    {
        TakeStraysAsMissing(texts, texts.StraysOf(dates), ColumnKind.Date);
        notes.CountMissing(texts.Raw, code => dates[code] is null);
        return new DateColumn(texts.Name, texts.Raw.Expand(dates));
    }

    private void TakeStraysAsMissing(ColumnTexts texts, Func<int, bool> isStray, ColumnKind expected)
    {
        int row = texts.Raw.FindRow(isStray);
        if (row < 0)
        {
            return;
        }

        if (options.StrayTexts == StrayTextHandling.Refuse)
        {
            throw new DataException(
                source, lines[row], new StrayText(texts.Name, expected, lines[row], texts.Raw.TextAt(row)).Message);
        }

        notes.WarnOfStrayTexts(texts.Raw, lines, isStray, expected, "taken as missing");
    }

    private Column StrayWords(ColumnTexts texts, Func<int, bool> isStray, ColumnKind expected)
    {
        notes.WarnOfStrayTexts(
            texts.Raw, lines, isStray, expected, "the column was read as text; StrayTexts (--stray-text missing) can take them as missing");
        return Words(texts, null, texts.IsMissingNumber);
    }

    private Column Words(ColumnTexts texts, ColumnKind? told, Func<int, bool>? isMissing = null)
    {
        if (isMissing is null)
        {
            isMissing = texts.IsMissingText;
            WarnOfKeptTokens(texts);
        }

        string?[] words = new string?[texts.Raw.Texts.Count];
        int levels = 0;
        int present = 0;
        for (int code = 0; code < words.Length; code++)
        {
            if (!isMissing(code))
            {
                words[code] = texts.Raw.Texts[code];
                levels++;
                present += texts.Raw.Counts[code];
            }
        }

        notes.CountMissing(texts.Raw, code => words[code] is null);
        ColumnKind kind = told ?? (IdShapes.AreIds([.. words.OfType<string>()], present) ? ColumnKind.Id : WordKind.OfTexts(levels, present));
        return kind == ColumnKind.Categorical
            ? CategoricalColumn.OfCodes(texts.Name, words, texts.Raw.Codes)
            : new TextColumn(texts.Name, texts.Raw.Expand(words), kind);
    }

    private void WarnOfKeptTokens(ColumnTexts texts)
    {
        IEnumerable<IGrouping<string, int>> kept = Enumerable.Range(0, texts.Raw.Texts.Count)
            .Where(code => texts.IsMissingNumber(code) && !texts.IsMissingText(code))
            .GroupBy(code => texts.Raw.Texts[code].Trim());
        foreach (IGrouping<string, int> token in kept)
        {
            int count = token.Sum(code => texts.Raw.Counts[code]);
            notes.Warn(
                $"Column '{texts.Name}': '{token.Key}' ({count} {(count == 1 ? "cell" : "cells")}) was taken as a value; MissingTokens (--missing-text) can say that it means missing.");
        }
    }

    private static ColumnKind? IdKind(ColumnTexts texts, double?[] numbers)
    {
        foreach (double? number in numbers)
        {
            if (number is double value && value != Math.Floor(value))
            {
                return null;
            }
        }

        if (IdNames.IsId(texts.Name))
        {
            return ColumnKind.Id;
        }

        bool losesDigits = texts.IsMostly(numbers) && !texts.All(code => !NumberParsing.LosesDigits(texts.Raw.Texts[code]));
        bool namedCode = IdNames.IsCode(texts.Name) && WordKind.MayBeCodes(texts.DistinctPresent(), texts.PresentRows);
        return losesDigits || namedCode ? WordKind.OfCodes(texts.PresentTexts, texts.PresentRows) : null;
    }

    /// <summary>The number, or null when the text is none, or when its point may as well group thousands.</summary>
    private double? Number(string text) =>
        NumberParsing.TryParse(text, decimalSeparator.Sign, out double number)
            && (decimalSeparator.IsCertain || !text.Contains('.', StringComparison.Ordinal)) ? number : null;
}
