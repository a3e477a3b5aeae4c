using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Segmentation;

/// <summary>
/// Single-precision numbers side by side, so that one kernel serves every vector width. What is computed with them is
/// only ever a bound, so that the widths may round differently (with or without fused multiply-add) and yet decide alike.
/// </summary>
internal interface IFloatLanes<TSelf>
    where TSelf : struct, IFloatLanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf All(float value);

    /// <summary>The numbers from an element on.</summary>
    static abstract TSelf Load(ref float start, nuint offset);

    /// <summary>a * b + c, rounded once or twice.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    static abstract TSelf Add(TSelf a, TSelf b);

    static abstract TSelf Subtract(TSelf a, TSelf b);

    static abstract TSelf Multiply(TSelf a, TSelf b);

    static abstract TSelf Min(TSelf a, TSelf b);

    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>1/√a of positive numbers, not more than a 2000th of it away.</summary>
    static abstract TSelf InverseSqrt(TSelf a);

    /// <summary>A bit for each lane where a is not greater than b.</summary>
    static abstract uint NotGreaterBits(TSelf a, TSelf b);

    /// <summary>The bits of a where the mask's are set, else those of b.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>The bits that both have.</summary>
    static abstract TSelf And(TSelf a, TSelf b);

    /// <summary>A bit for each lane whose 32 bits, read as an integer, differ from the labels of the rows from one on.</summary>
    static abstract uint DifferentBits<TWidth>(TSelf a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth;

    /// <summary>Writes the 32 bits of each lane as the label of a row.</summary>
    static abstract void StoreAsLabels<TWidth>(TSelf a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth;

    /// <summary>The smallest lane.</summary>
    static abstract float Smallest(TSelf a);
}

/// <summary>Sixteen lanes.</summary>
internal readonly struct FloatLanes16(Vector512<float> lanes) : IFloatLanes<FloatLanes16>
{
    private readonly Vector512<float> lanes = lanes;

    public static int Count => Vector512<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 All(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Load(ref float start, nuint offset) => new(Vector512.LoadUnsafe(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 MultiplyAdd(FloatLanes16 a, FloatLanes16 b, FloatLanes16 c) =>
        new(Vector512.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Add(FloatLanes16 a, FloatLanes16 b) => new(a.lanes + b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Subtract(FloatLanes16 a, FloatLanes16 b) => new(a.lanes - b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Multiply(FloatLanes16 a, FloatLanes16 b) => new(a.lanes * b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Min(FloatLanes16 a, FloatLanes16 b) => new(Vector512.MinNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Max(FloatLanes16 a, FloatLanes16 b) => new(Vector512.MaxNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 InverseSqrt(FloatLanes16 a) =>
        new(Avx512F.IsSupported ? Avx512F.ReciprocalSqrt14(a.lanes) : Vector512<float>.One / Vector512.Sqrt(a.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotGreaterBits(FloatLanes16 a, FloatLanes16 b) =>
        (uint)Vector512.LessThanOrEqual(a.lanes, b.lanes).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 Select(FloatLanes16 mask, FloatLanes16 a, FloatLanes16 b) =>
        new(Vector512.ConditionalSelect(mask.lanes, a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes16 And(FloatLanes16 a, FloatLanes16 b) => new(a.lanes & b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint DifferentBits<TWidth>(FloatLanes16 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        ~(uint)Vector512.Equals(a.lanes.AsInt32(), TWidth.Read16(ref labels, row)).ExtractMostSignificantBits() & 0xFFFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAsLabels<TWidth>(FloatLanes16 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        TWidth.Write16(ref labels, row, a.lanes.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smallest(FloatLanes16 a) => FloatLanes8.Smallest(
        FloatLanes8.Min(new FloatLanes8(a.lanes.GetLower()), new FloatLanes8(a.lanes.GetUpper())));
}

/// <summary>Eight lanes.</summary>
internal readonly struct FloatLanes8(Vector256<float> lanes) : IFloatLanes<FloatLanes8>
{
    private readonly Vector256<float> lanes = lanes;

    public static int Count => Vector256<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 All(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Load(ref float start, nuint offset) => new(Vector256.LoadUnsafe(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 MultiplyAdd(FloatLanes8 a, FloatLanes8 b, FloatLanes8 c) =>
        new(Vector256.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Add(FloatLanes8 a, FloatLanes8 b) => new(a.lanes + b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Subtract(FloatLanes8 a, FloatLanes8 b) => new(a.lanes - b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Multiply(FloatLanes8 a, FloatLanes8 b) => new(a.lanes * b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Min(FloatLanes8 a, FloatLanes8 b) => new(Vector256.MinNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Max(FloatLanes8 a, FloatLanes8 b) => new(Vector256.MaxNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 InverseSqrt(FloatLanes8 a) =>
        new(Avx.IsSupported ? Avx.ReciprocalSqrt(a.lanes) : Vector256<float>.One / Vector256.Sqrt(a.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotGreaterBits(FloatLanes8 a, FloatLanes8 b) =>
        Vector256.LessThanOrEqual(a.lanes, b.lanes).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 Select(FloatLanes8 mask, FloatLanes8 a, FloatLanes8 b) =>
        new(Vector256.ConditionalSelect(mask.lanes, a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes8 And(FloatLanes8 a, FloatLanes8 b) => new(a.lanes & b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint DifferentBits<TWidth>(FloatLanes8 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        ~Vector256.Equals(a.lanes.AsInt32(), TWidth.Read8(ref labels, row)).ExtractMostSignificantBits() & 0xFF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAsLabels<TWidth>(FloatLanes8 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        TWidth.Write8(ref labels, row, a.lanes.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smallest(FloatLanes8 a) => FloatLanes4.Smallest(
        FloatLanes4.Min(new FloatLanes4(a.lanes.GetLower()), new FloatLanes4(a.lanes.GetUpper())));
}

/// <summary>Four lanes; where the machine has no vectors at all, the runtime does them one by one.</summary>
internal readonly struct FloatLanes4(Vector128<float> lanes) : IFloatLanes<FloatLanes4>
{
    private readonly Vector128<float> lanes = lanes;

    public static int Count => Vector128<float>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 All(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Load(ref float start, nuint offset) => new(Vector128.LoadUnsafe(ref start, offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 MultiplyAdd(FloatLanes4 a, FloatLanes4 b, FloatLanes4 c) =>
        new(Vector128.MultiplyAddEstimate(a.lanes, b.lanes, c.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Add(FloatLanes4 a, FloatLanes4 b) => new(a.lanes + b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Subtract(FloatLanes4 a, FloatLanes4 b) => new(a.lanes - b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Multiply(FloatLanes4 a, FloatLanes4 b) => new(a.lanes * b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Min(FloatLanes4 a, FloatLanes4 b) => new(Vector128.MinNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Max(FloatLanes4 a, FloatLanes4 b) => new(Vector128.MaxNative(a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 InverseSqrt(FloatLanes4 a) =>
        new(Sse.IsSupported ? Sse.ReciprocalSqrt(a.lanes) : Vector128<float>.One / Vector128.Sqrt(a.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NotGreaterBits(FloatLanes4 a, FloatLanes4 b) =>
        Vector128.LessThanOrEqual(a.lanes, b.lanes).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 Select(FloatLanes4 mask, FloatLanes4 a, FloatLanes4 b) =>
        new(Vector128.ConditionalSelect(mask.lanes, a.lanes, b.lanes));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FloatLanes4 And(FloatLanes4 a, FloatLanes4 b) => new(a.lanes & b.lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint DifferentBits<TWidth>(FloatLanes4 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        ~Vector128.Equals(a.lanes.AsInt32(), TWidth.Read4(ref labels, row)).ExtractMostSignificantBits() & 0xF;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreAsLabels<TWidth>(FloatLanes4 a, ref byte labels, nint row)
        where TWidth : struct, ILabelWidth =>
        TWidth.Write4(ref labels, row, a.lanes.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Smallest(FloatLanes4 a)
    {
        Vector128<float> two = Vector128.MinNative(a.lanes, Vector128.Shuffle(a.lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MinNative(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 1, 0))).ToScalar();
    }
}
