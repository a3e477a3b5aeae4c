using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Segmentation;

/// <summary>
/// The playbook file, version 1, as playbook.md documents it. It is data: nothing in it is ever run, and a text that looks
/// like a formula is a text.
/// </summary>
internal static partial class PlaybookJson
{
    public const string Format = "segmentation-playbook";
    private const int Version = 1;
    private const int LargestFile = 16 << 20;
    private static readonly string[] SubjectFields = ["role", "column", "segment"];
    private static readonly string[] Placeholders = ["{traits}", "{size}", "{share}"];

    public static Playbook Read(string path)
    {
        byte[] bytes;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: > LargestFile })
            {
                throw new DataException(path, null, $"is larger than {LargestFile >> 20} MB; a playbook holds rules, not data.");
            }

            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException(path, null, "no such file.");
        }
        catch (Exception error) when (FileErrors.IsFromFileSystem(error))
        {
            throw FileErrors.CannotRead(path, error);
        }

        try
        {
            string text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            return Parse(text.TrimStart('\uFEFF'), path, Path.GetFileName(path), isBuiltIn: false);
        }
        catch (DecoderFallbackException)
        {
            throw new DataException(path, null, "is not JSON: it is not text in UTF-8.");
        }
    }

    /// <summary>Makes a playbook of a text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="file">What messages call it.</param>
    /// <param name="source">What recommendations call it.</param>
    /// <param name="isBuiltIn">Whether it comes with the library.</param>
    public static Playbook Parse(string text, string file, string source, bool isBuiltIn)
    {
        using JsonDocument document = Document(text, file);
        JsonElement root = document.RootElement;
        CheckFormat(root, file);
        JsonFields fields = new(file, string.Empty, root, "format", "version", "description", "replaces", "removes", "rules");
        fields.OptionalText("description");
        PlaybookRule[] rules =
            [.. fields.Items("rules").Select((rule, i) => Rule(rule, i + 1, file) with { Source = source, IsBuiltIn = isBuiltIn })];
        if (rules.GroupBy(rule => rule.Id).FirstOrDefault(group => group.Count() > 1) is IGrouping<string, PlaybookRule> twice)
        {
            throw fields.Fault($"{twice.Count()} rules have the \"id\" '{twice.Key}'; each needs its own.");
        }

        return new Playbook(rules, file, fields.Texts("replaces"), fields.Texts("removes"));
    }

    private static JsonDocument Document(string text, string file)
    {
        try
        {
            return JsonDocument.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false, MaxDepth = 32 });
        }
        catch (InvalidOperationException)
        {
            // Looking for names that are there twice, .NET reads them.
            throw new DataException(file, null, $"the name of a field {JsonText.HalfACharacter}.");
        }
        catch (JsonException error)
        {
            // .NET ends its sentence with the place, counted from 0, and in bytes.
            string reason = error.Message.Split(" LineNumber: ", 2)[0].Split(" Path: ", 2)[0].Replace(", when isFinalBlock is true", "", StringComparison.Ordinal);
            int? line = error.LineNumber is long number ? (int)number + 1 : null;
            string column = error.BytePositionInLine is long position ? $", column {Column(text, line!.Value, position)}" : string.Empty;
            throw new DataException(file, line, $"is not JSON{column}: {PlainText.OneLine(reason, 200)}");
        }
    }

    private static int Column(string text, int line, long bytes)
    {
        string content = text.Split('\n').ElementAtOrDefault(line - 1) ?? string.Empty;
        byte[] encoded = Encoding.UTF8.GetBytes(content);
        return Encoding.UTF8.GetCharCount(encoded, 0, (int)Math.Min(bytes, encoded.Length)) + 1;
    }

    private static void CheckFormat(JsonElement root, string file)
    {
        if (root.ValueKind != JsonValueKind.Object
            || !root.TryGetProperty("format", out JsonElement format) || format.ValueKind != JsonValueKind.String || !format.ValueEquals(Format))
        {
            throw new DataException(file, null, $"this is not a playbook: it has no \"format\": \"{Format}\".");
        }

        if (!root.TryGetProperty("version", out JsonElement version))
        {
            throw new DataException(file, null, $"the field \"version\" is missing; this program knows version {Version}.");
        }

        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out int number) || number != Version)
        {
            throw new DataException(file, null, $"the playbook's version is {version.GetRawText()}, but this program knows version {Version}.");
        }
    }

    private static PlaybookRule Rule(JsonElement element, int number, string file)
    {
        string[] known = ["id", "use", "when", "then"];
        string id = new JsonFields(file, $"rule {number}: ", element, known).Text("id");
        string place = $"rule '{PlainText.OneLine(id, 60)}'";
        JsonFields fields = new(file, $"{place}: ", element, known);
        JsonFields then = new(
            file, $"{place}, \"then\": ", fields.Item("then"), "family", "channel", "stance", "action", "reason", "measure");
        RecommendationFamily family = then.Word("family", RuleWords.Families);
        PlaybookRule rule = new()
        {
            Id = id,
            Source = file,
            File = file,
            Use = fields.OptionalWord("use", RuleWords.Uses) ?? RuleUse.Beside,
            Family = family,
            Channel = then.OptionalText("channel"),
            Stance = StanceOf(then, family),
            Action = Sentence(then, "action"),
            Reason = Sentence(then, "reason"),
            Measure = then.Text("measure"),
            When = [.. fields.Items("when").Select((condition, i) => Condition(condition, $"{place}, condition {i + 1}: ", file))],
        };
        return rule.When.Count == 0 && rule.Use != RuleUse.Otherwise
            ? throw fields.Fault("\"when\" is empty: a rule needs a condition, unless its \"use\" is \"otherwise\".")
            : JointConditions.WhyNever(rule.When) is string reason ? throw fields.Fault($"it can never fire: {reason}.")
            : rule;
    }

    private static Stance? StanceOf(JsonFields then, RecommendationFamily family)
    {
        Stance? stance = then.OptionalWord("stance", RuleWords.Stances);
        IReadOnlyList<Stance> known = Stances.Of(family);
        return stance is not Stance given || known.Contains(given) ? stance : throw then.Fault(
            $"\"stance\" is '{RuleWords.Of(given)}', but the family {RuleWords.Of(family)} "
            + (known.Count == 0 ? "has no stances." : $"has {string.Join(" and ", known.Select(RuleWords.Of))}."));
    }

    private static RuleCondition Condition(JsonElement element, string place, string file)
    {
        JsonFields fields = new(file, place, element, "role", "column", "level", "segment", "is", "below", "atLeast");
        RuleSubject subject = Subject(fields);
        Standing standing = StandingOf(fields, subject);
        RuleCondition condition = new(subject, standing, fields.Number("below"), fields.Number("atLeast"));
        bool limited = condition.Below is not null || condition.AtLeast is not null;
        return limited && subject is { Kind: SubjectKind.Role, Role: ColumnRole.Other }
                ? throw fields.Fault("role 'other' stands for columns of any unit, so it can have no \"below\" or \"atLeast\"; name the column.")
            : limited && standing == Standing.Unknown
                ? throw fields.Fault("\"below\" and \"atLeast\" need a number, but \"is\" asks for none (unknown).")
            : limited || standing != Standing.Any
                ? condition
                : throw fields.Fault("it asks for nothing: give \"is\", \"below\" or \"atLeast\".");
    }

    private static RuleSubject Subject(JsonFields fields)
    {
        string[] named = [.. SubjectFields.Where(fields.Has)];
        if (named.Length != 1)
        {
            throw fields.Fault($"give one of \"role\", \"column\" and \"segment\", not {(named.Length == 0 ? "none" : string.Join(" and ", named))}.");
        }

        if (fields.Has("level") && named[0] != "column")
        {
            throw fields.Fault("\"level\" needs the \"column\" that has it.");
        }

        return named[0] switch
        {
            "role" => new(SubjectKind.Role, fields.Word("role", RuleWords.Roles)),
            "segment" => new(fields.Word("segment", RuleWords.SegmentKinds)),
            _ when fields.OptionalText("level") is string level => new(SubjectKind.Level, Column: fields.Text("column"), Level: level),
            _ => new(SubjectKind.Column, Column: fields.Text("column")),
        };
    }

    private static Standing StandingOf(JsonFields fields, RuleSubject subject)
    {
        if (subject.Standings == Standing.None && fields.Has("is"))
        {
            throw fields.Fault($"{subject.Text} has no \"is\", only \"below\" and \"atLeast\".");
        }

        IReadOnlyList<Standing> asked = fields.Words("is", RuleWords.StandingsOf(subject));
        Standing standing = asked.Aggregate(Standing.None, (left, right) => left | right);

        // A column that is known differs by being low or high; only a role can differ in no direction.
        return asked.Count == 0 ? Standing.Any
            : subject.Kind is SubjectKind.Column or SubjectKind.Level && standing.HasFlag(Standing.Different)
                ? (standing & ~Standing.Different) | Standing.Low | Standing.High
                : standing;
    }

    private static string Sentence(JsonFields fields, string field)
    {
        string text = fields.Text(field);
        string? unknown = Braced().Matches(text).Select(match => match.Value).FirstOrDefault(braced => !Placeholders.Contains(braced));
        return unknown is null ? text : throw fields.Fault(
            $"\"{field}\" has {unknown}, which stands for nothing.{Spelling.DidYouMean(unknown, Placeholders)} Placeholders: {string.Join(", ", Placeholders)}.");
    }

    [GeneratedRegex(@"\{[A-Za-z]+\}")]
    private static partial Regex Braced();
}
