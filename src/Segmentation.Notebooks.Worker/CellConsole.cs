using System.Text;

namespace Segmentation.Notebooks.Worker;

/// <summary>Sends what cells print and display, in the order in which they do.</summary>
internal sealed class CellConsole(Action<WorkerMessage> send)
{
    /// <summary>More printed text than this in one cell is left out: a loop may print until its time is up.</summary>
    private const int MostCharacters = 1_000_000;

    private readonly Lock gate = new();
    private readonly StringBuilder pending = new();
    private string pendingName = string.Empty;
    private int printed;

    /// <summary>The one of this process.</summary>
    public static CellConsole Current { get; private set; } = new(_ => { });

    /// <summary>Takes the place of the process's console.</summary>
    public void Install()
    {
        Current = this;
        Console.SetOut(new Writer(this, "stdout") { NewLine = "\n" });
        Console.SetError(new Writer(this, "stderr") { NewLine = "\n" });
    }

    /// <summary>Begins a cell.</summary>
    public void Begin()
    {
        lock (gate)
        {
            printed = 0;
        }
    }

    public void Display(object? value) => Send(new DisplayMessage(MimeBundle.Of(value)));

    /// <summary>Sends a message behind what was printed before it.</summary>
    public void Send(WorkerMessage message)
    {
        lock (gate)
        {
            Flush();
            send(message);
        }
    }

    private void Print(string name, ReadOnlySpan<char> text)
    {
        lock (gate)
        {
            if (printed > MostCharacters)
            {
                return;
            }

            if (pendingName != name)
            {
                Flush();
                pendingName = name;
            }

            printed += text.Length;
            pending.Append(text);
            if (printed > MostCharacters)
            {
                pending.Append($"\n(The rest is left out: the cell printed more than {MostCharacters:N0} characters.)\n");
            }

            if (text.EndsWith('\n') || printed > MostCharacters)
            {
                Flush();   // by lines, so that a cell that never ends has shown what it printed
            }
        }
    }

    private void Flush()
    {
        if (pending.Length > 0)
        {
            send(new StreamMessage(pendingName, pending.ToString()));
            pending.Clear();
        }
    }

    private sealed class Writer(CellConsole console, string name) : TextWriter
    {
        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => console.Print(name, [value]);

        public override void Write(string? value) => console.Print(name, value);

        public override void Write(char[] buffer, int index, int count) => console.Print(name, buffer.AsSpan(index, count));

        public override void Write(ReadOnlySpan<char> buffer) => console.Print(name, buffer);
    }
}
