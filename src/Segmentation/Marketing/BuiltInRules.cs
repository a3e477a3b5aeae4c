using static Segmentation.ColumnRole;
using static Segmentation.RecommendationFamily;
using static Segmentation.Standing;

namespace Segmentation;

/// <summary>
/// The rules of the built-in playbook. Nine situations, told apart by what customers could spend and what they do spend,
/// cover every family; a few rules on recency, age and whatever else stands out add to them.
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
        .. Situation("able-buyers", "They have more means than most", Means(High), Buying(Average | Unknown),
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
        .. Situation("price-conscious", "They have smaller means than most", Means(Low), Buying(Average | Unknown),
            targeting: "Put value for money first in every message.",
            assortment: "Offer an entry-price or own-brand choice in each category.",
            engagement: "Prefer rewards at once to points that take months.",
            pricing: "Offer plain low prices and small packs; instalments only with the full cost shown.",
            personalisation: "Show what lies within each customer's usual price range first.",
            channel: "Use low-cost channels: newsletter, app, leaflet in the store."),
        .. Situation("active-buyers", "They buy more than most", Means(Average | Unknown), Buying(High),
            targeting: "Keep these buyers first: fund their retention before any acquisition.",
            assortment: "Widen what they already buy from: refills, complements, new arrivals.",
            engagement: "Reward loyalty in tiers with steps that are in reach.",
            pricing: "Reward volume with bundles and thresholds instead of discounts for all.",
            personalisation: "After each purchase suggest what completes it.",
            channel: "Write more often on the channels that they answer on, up to a fixed limit a week."),
        .. Situation("quiet-buyers", "They buy less than most", Means(Average | Unknown), Buying(Low),
            targeting: "Reactivate a small sample before paying to reach them all.",
            assortment: "Show few best-sellers and easy first choices.",
            engagement: "Send a short series of three messages and stop where there is no answer.",
            pricing: "Make one limited offer, and count extra sales against a group that did not get it.",
            personalisation: "Ask two questions about preferences first: there is little buying to learn from.",
            channel: "Use channels of your own first; pay for reach only in a test."),
        .. Situation("core", "These are close to the average of all customers", Means(Average | Unknown), Buying(Average),
            targeting: "Address them with your main message, and compare the other segments with them.",
            assortment: "Offer a broad assortment of best-sellers across the price points.",
            engagement: "Run loyalty points with rewards that a normal year reaches.",
            pricing: "Keep regular prices, with a bundle or a seasonal offer from time to time.",
            personalisation: "Cross-sell what similar customers bought next.",
            channel: "Use e-mail as the main channel, and test its timing and frequency."),

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
        string channel)
    {
        return
        [
            Rule("targeting", Targeting, targeting),
            Rule("assortment", Assortment, assortment),
            Rule("engagement", Engagement, engagement),
            Rule("pricing", PricingAndPromotion, pricing),
            Rule("personalisation", Personalisation, personalisation),
            Rule("channel", Channel, channel),
        ];

        PlaybookRule Rule(string family, RecommendationFamily kind, string action) =>
            new($"{name}-{family}", kind, [means, buying], action, because);
    }
}
