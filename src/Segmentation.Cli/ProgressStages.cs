using Spectre.Console;

namespace Segmentation.Cli;

/// <summary>The stages of a long work, one after the other, each with its bar; without bars outside a terminal.</summary>
internal sealed class ProgressStages(ProgressContext? context)
{
    private ProgressTask? current;

    /// <summary>Ends the stage before and begins one; report the share that is done, from 0 to 1, if it is known.</summary>
    public IProgress<double> Start(string name)
    {
        Finish();
        current = context?.AddTask(Markup.Escape(SafeText.OneLine(name)), maxValue: 1);
        current?.IsIndeterminate();
        return new Stage(current);
    }

    /// <summary>Ends the last stage.</summary>
    public void Finish()
    {
        current?.IsIndeterminate(false);
        current?.Value(1);
        current?.StopTask();
    }

    /// <summary>Reports on the thread of the work, at once; <see cref="Progress{T}"/> would queue.</summary>
    private sealed class Stage(ProgressTask? task) : IProgress<double>
    {
        public void Report(double value)
        {
            task?.IsIndeterminate(false);
            task?.Value(value);
        }
    }
}
