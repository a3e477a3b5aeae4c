using static Segmentation.ColumnRole;
using static Segmentation.RecommendationFamily;
using static Segmentation.Standing;

namespace Segmentation;

/// <summary>
/// The rules of the built-in playbook. Nine situations, told apart by what customers could spend and what they do spend,
/// cover every family; recency and age take the place of the average one where they differ, and a few rules on them and on
/// whatever else stands out add to all.
/// </summary>
internal static class BuiltInRules
{
    public static IReadOnlyList<PlaybookRule> All { get; } =
    [
        .. Situation("best-customers", "Means and buying are both above average", Means(High), Buying(High),
            targeting: "Make this segment the first audience for premium lines and launches.",
            assortment: "Show the premium range and exclusive or limited editions here before anywhere else.",
            engagement: "Invite them to a VIP tier of the loyalty programme: early access, events, a named contact.",
            pricing: "Hold full prices; reward with service and access instead of discounts.",
            personalisation: "Offer personal service: an adviser, curated picks, and what completes the last purchase.",
            channel: "Use personal channels first: e-mail from a named adviser, a call, an appointment in the store."),
        .. Situation("untapped-means", "They have more means than most but buy less", Means(High), Buying(Low),
            targeting: "Find out what holds them back: survey a sample, then test messages on quality, value and time saved.",
            assortment: "Lead with durable, high-quality lines and their proof: materials, guarantees, reviews.",
            engagement: "Win attention with one concrete invitation, such as a trial or a consultation, and count who comes back.",
            pricing: "Argue quality and value for the price; keep discounts to a measured test, for means are not what is short.",
            personalisation: "Tailor offers to the interests they state and to the few things they did buy.",
            channel: "Test a few channels in small groups (e-mail, direct mail, search) and scale the one that brings purchases."),
        .. Situation("able-buyers", "They have more means than most", Means(High), Buying(Average | Unclear),
            targeting: "Test up-selling: address them with the better version of what they already know.",
            assortment: "Place a better and a best version beside each best-seller.",
            engagement: "Offer benefits that save time: priority delivery, advice, easy returns.",
            pricing: "Price in tiers (good, better, best) and hold discounts back.",
            personalisation: "Suggest the step up from what each customer last bought or looked at.",
            channel: "Use channels that leave room to explain: editorial e-mail, chat, advice in the store."),
        .. Situation("keen-on-a-budget", "They buy more than most on smaller means", Means(Low), Buying(High),
            targeting: "Address them as keen buyers on a budget: what is new and affordable.",
            assortment: "Stock trend items at entry prices and refresh them often.",
            engagement: "Give quick rewards: points that pay off soon, challenges, thanks for referrals.",
            pricing: "Offer bundles and multi-buys; instalments only with the full cost shown and a credit check.",
            personalisation: "Recommend new arrivals within the price range that each customer usually buys in.",
            channel: "Use cheap, fast channels: app messages, newsletter, social posts."),
        .. Situation("modest", "Means and buying are both below average", Means(Low), Buying(Low),
            targeting: "Keep them in the general programme and spend no acquisition budget here.",
            assortment: "Offer value lines: own brand, essentials, small packs.",
            engagement: "Keep contact automatic and cheap: welcome, reminder, thank-you; no costly tiers.",
            pricing: "Promote essentials with coupons and clearance, and set a floor for the margin.",
            personalisation: "Limit it to simple automatic rules, such as a reminder of what was bought before.",
            channel: "Use low-cost channels of your own: newsletter, app, leaflet in the store; no paid media."),
        .. Situation("price-conscious", "They have smaller means than most", Means(Low), Buying(Average | Unclear),
            targeting: "Put value for money first in every message.",
            assortment: "Offer an entry-price or own-brand choice in each category.",
            engagement: "Prefer rewards at once to points that take months.",
            pricing: "Offer plain low prices and small packs; instalments only with the full cost shown.",
            personalisation: "Show what lies within each customer's usual price range first.",
            channel: "Use low-cost channels: newsletter, app, leaflet in the store."),
        .. Situation("active-buyers", "They buy more than most", Means(Average | Unclear), Buying(High),
            targeting: "Keep these buyers first: fund their retention before any acquisition.",
            assortment: "Widen what they already buy from: refills, complements, new arrivals.",
            engagement: "Reward loyalty in tiers with steps that are in reach.",
            pricing: "Reward volume with bundles and thresholds instead of discounts for all.",
            personalisation: "After each purchase suggest what completes it.",
            channel: "Write more often on the channels that they answer on, up to a fixed limit a week."),
        .. Situation("quiet-buyers", "They buy less than most", Means(Average | Unclear), Buying(Low),
            targeting: "Reactivate a small sample before paying to reach them all.",
            assortment: "Show few best-sellers and easy first choices.",
            engagement: "Send a short series of three messages and stop where there is no answer.",
            pricing: "Make one limited offer, and count extra sales against a group that did not get it.",
            personalisation: "Ask two questions about preferences first: there is little buying to learn from.",
            channel: "Use channels of your own first; pay for reach only in a test."),
        .. Situation("core", "These are close to the average of all customers",
            [Means(Average | Unknown), Buying(Average), SeenAsOthers, AgedAsOthers],
            targeting: "Address them with your main message, and compare the other segments with them.",
            assortment: "Offer a broad assortment of best-sellers across the price points.",
            engagement: "Run loyalty points with rewards that a normal year reaches.",
            pricing: "Keep regular prices, with a bundle or a seasonal offer from time to time.",
            personalisation: "Cross-sell what similar customers bought next.",
            channel: "Use e-mail as the main channel, and test its timing and frequency."),

        // Average buyers who are not average customers: what sets them apart leads, and claims no more than it supports.
        .. Situation("average-buyers-of-an-age", "They differ in age, but their buying is close to average",
            [new(Age, Low | High), Means(Average | Unknown), Buying(Average), SeenAsOthers],
            assortment: "Start from the best-sellers, and measure which of them this age group prefers.",
            engagement: "Run the loyalty points that everyone gets, and let this group vote on new rewards.",
            pricing: "Keep regular prices: age alone is no reason for a discount.",
            personalisation: "Cross-sell what customers of a similar age bought next."),
        .. Situation("lapsed", "They were last seen long ago, and no clear difference in means or buying was measured",
            [new(Recency, High), Means(Average | Unknown), Buying(Average | Unknown)],
            targeting: "Address them apart from active customers: say what is new since they left, and ask why they stay away.",
            assortment: "Show what came in since their last visit beside the best-sellers.",
            pricing: "Test one come-back offer with an end date on some of them, and compare with a group that gets none.",
            personalisation: "Start from each customer's last purchase: what renews it, completes it or replaced it.",
            channel: "Check first which addresses and consents are still valid; then use the channel that they last answered on."),
        .. Situation("recently-seen", "They were seen more recently than most, and no clear difference in means or buying was measured",
            [new(Recency, Low), Means(Average | Unknown), Buying(Average | Unknown)],
            targeting: "Try new messages on them first: they are the likeliest to still notice you.",
            assortment: "Show what goes with what they last bought or looked at.",
            pricing: "Hold discounts back: they come without one; give a reason for the next visit instead.",
            personalisation: "Suggest from the last visit while it still tells what they want.",
            channel: "Answer on the channel of their last contact, within days."),

        new("lapsed", Engagement, [new(Recency, High)],
            "Run a win-back series: a reminder, a reason to return, a last call; then stop.",
            "They were last seen long ago"),
        new("recently-seen", Engagement, [new(Recency, Low)],
            "Follow up while the contact is fresh: thank them, ask for a review, suggest the next step.",
            "They were seen more recently than most"),

        // Age advice needs the age itself, not only the comparison: the younger of two old segments is not young.
        new("young-channels", Channel, [new(Age, Low, Below: 35)],
            "Test social and mobile channels first: short video, app messages, checkout on the phone.",
            "They are younger than most"),
        new("older-channels", Channel, [new(Age, High, AtLeast: 50)],
            "Offer phone, print and personal service in the store beside the app.",
            "They are older than most"),

        new("stands-out", Targeting, [new(Other, Different)],
            "Build the message on what sets this segment apart: {traits}.",
            "The segment clearly differs from all customers here"),
    ];

    public static PlaybookRule TooFewCustomers { get; } = new(
        "too-few-customers", Targeting, [],
        "Look at these customers one by one before acting; they are too few for general advice.",
        "The segment is only {size}");

    public static PlaybookRule NothingStandsOut { get; } = new(
        "nothing-stands-out", Targeting, [],
        "Address them as the average customer, and spend nothing on special treatment.",
        "Nothing measured clearly sets these {size} apart");

    /// <summary>No column has the role, it may be chance, or the columns disagree.</summary>
    private const Standing Unclear = Unknown | Different;

    private static RuleCondition SeenAsOthers => new(Recency, Average | Unknown);

    private static RuleCondition AgedAsOthers => new(Age, Average | Unknown);

    private static RuleCondition Means(Standing standing) => new(AbilityToPay, standing);

    private static RuleCondition Buying(Standing standing) => new(Activity, standing);

    private static PlaybookRule[] Situation(
        string name,
        string because,
        RuleCondition means,
        RuleCondition buying,
        string targeting,
        string assortment,
        string engagement,
        string pricing,
        string personalisation,
        string channel) =>
        Situation(name, because, [means, buying], targeting, assortment, engagement, pricing, personalisation, channel);

    /// <summary>A rule for each family that the situation supports.</summary>
    private static PlaybookRule[] Situation(
        string name,
        string because,
        RuleCondition[] when,
        string? targeting = null,
        string? assortment = null,
        string? engagement = null,
        string? pricing = null,
        string? personalisation = null,
        string? channel = null)
    {
        (string Family, RecommendationFamily Kind, string? Action)[] actions =
        [
            ("targeting", Targeting, targeting),
            ("assortment", Assortment, assortment),
            ("engagement", Engagement, engagement),
            ("pricing", PricingAndPromotion, pricing),
            ("personalisation", Personalisation, personalisation),
            ("channel", Channel, channel),
        ];
        return
        [
            .. actions.Where(action => action.Action is not null)
                .Select(action => new PlaybookRule($"{name}-{action.Family}", action.Kind, when, action.Action!, because)),
        ];
    }
}
