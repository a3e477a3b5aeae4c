using System.CommandLine;

namespace Segmentation.Cli;

/// <summary>The options that say what an experiment with a holdout is to show.</summary>
internal sealed class ExperimentOptions
{
    private readonly Option<double?> share = CommonOptions.Number(
        "--holdout", "SHARE", "The share of customers to hold out of a campaign. [default: 0.2]", 0.001, 0.999);

    private readonly Option<double?> baselineRate = CommonOptions.Number(
        "--baseline-rate", "RATE", "The share who respond without the campaign. [default: 0.1, an assumption]", 0.000001, 0.999999);

    private readonly Option<double?> effect = CommonOptions.Number(
        "--effect", "RISE", "The rise of that share worth finding: 0.05 is 5 points. [default: 0.05]", 0.000001, 0.999999);

    /// <summary>Gives a command the options.</summary>
    public void AddTo(Command command)
    {
        command.Options.Add(share);
        command.Options.Add(baselineRate);
        command.Options.Add(effect);
    }

    /// <summary>What was asked for.</summary>
    public HoldoutDesign Design(ParseResult arguments)
    {
        HoldoutDesign defaults = new();
        return defaults with
        {
            HoldoutShare = arguments.GetValue(share) ?? defaults.HoldoutShare,
            BaselineRate = arguments.GetValue(baselineRate),
            Effect = arguments.GetValue(effect) ?? defaults.Effect,
        };
    }
}
