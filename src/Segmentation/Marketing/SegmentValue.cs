namespace Segmentation;

/// <summary>
/// What a segment's customers are worth, in the unit of the value column. Each interval holds the true mean of
/// customers of this kind 19 times out of 20, by itself and not all at once.
/// </summary>
/// <param name="Segment">The segment's number, from 1.</param>
/// <param name="Name">Its name.</param>
/// <param name="Customers">Its customers whose value is known; all that follows is about them.</param>
/// <param name="ShareOfCustomers">Customers divided by all customers whose value is known, 0 to 1.</param>
/// <param name="Total">The sum of their values.</param>
/// <param name="ShareOfValue">Total divided by that of all; null where a total is negative or all are 0, for shares mean nothing then.</param>
/// <param name="Mean">The value per customer; null where none is known.</param>
/// <param name="Lower">The lower end of the mean's 95% interval (Student); null where it is unknown.</param>
/// <param name="Upper">The upper end.</param>
/// <param name="Change">The mean change per customer from the earlier period, over those with both values; null where there is none.</param>
/// <param name="ChangeLower">The lower end of the change's 95% interval (paired Student); null where it is unknown.</param>
/// <param name="ChangeUpper">The upper end.</param>
/// <param name="Rank">1 for the highest mean; unknown means come last.</param>
/// <param name="Standing">What the intervals allow to say.</param>
/// <param name="WorthGrowing">Whether the segment is large enough and surely improving; see <see cref="ValueRanking"/>.</param>
/// <param name="Shrinks">Whether it is surely falling, even though every segment was asked; see <see cref="ValueRanking"/>.</param>
public sealed record SegmentValue(
    int Segment,
    string Name,
    int Customers,
    double ShareOfCustomers,
    double Total,
    double? ShareOfValue,
    double? Mean,
    double? Lower,
    double? Upper,
    double? Change,
    double? ChangeLower,
    double? ChangeUpper,
    int Rank,
    ValueStanding Standing,
    bool WorthGrowing,
    bool Shrinks);
