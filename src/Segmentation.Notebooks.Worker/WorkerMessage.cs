using System.Text.Json.Serialization;

namespace Segmentation.Notebooks.Worker;

/// <summary>What the process that runs the cells tells the one that started it, one line of JSON each.</summary>
[JsonDerivedType(typeof(StreamMessage), "stream")]
[JsonDerivedType(typeof(DisplayMessage), "display")]
[JsonDerivedType(typeof(ResultMessage), "result")]
[JsonDerivedType(typeof(RestoringMessage), "restoring")]
[JsonDerivedType(typeof(EndMessage), "end")]
internal abstract record WorkerMessage;

/// <summary>Text on the console: <c>stdout</c> or <c>stderr</c>.</summary>
internal sealed record StreamMessage(string Name, string Text) : WorkerMessage;

/// <summary>Something displayed.</summary>
internal sealed record DisplayMessage(Dictionary<string, string> Data) : WorkerMessage;

/// <summary>The value of the last expression.</summary>
internal sealed record ResultMessage(Dictionary<string, string> Data) : WorkerMessage;

/// <summary>Packages are being restored; no message follows until that has ended.</summary>
internal sealed record RestoringMessage(bool Begins, string Packages) : WorkerMessage;

/// <summary>The cell has ended.</summary>
/// <param name="Failure">What stopped it; null when it ran to its end.</param>
internal sealed record EndMessage(CellFailure? Failure) : WorkerMessage;
