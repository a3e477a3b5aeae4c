using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Segmentation;

/// <summary>
/// Adds a row to a sum, each number to its own, so that vectors change nothing in the order of additions. Rows of few
/// features, which are common, have adders of their own: they spare the loop, which took longer than the additions.
/// </summary>
internal interface IRowAdder
{
    /// <summary>d; a constant where the adder is for one number of features.</summary>
    static abstract int Features(int featureCount);

    /// <summary>Adds a row to a sum.</summary>
    static abstract void Add(ref double sum, ref double row, int featureCount);

    /// <summary>Takes a row from a sum and adds it to another.</summary>
    static abstract void Move(ref double from, ref double to, ref double row, int featureCount);
}

/// <summary>Rows of two features.</summary>
internal readonly struct TwoFeatures : IRowAdder
{
    public static int Features(int featureCount) => 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double sum, ref double row, int featureCount) =>
        (Vector128.LoadUnsafe(ref sum) + Vector128.LoadUnsafe(ref row)).StoreUnsafe(ref sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(ref double from, ref double to, ref double row, int featureCount)
    {
        Vector128<double> moved = Vector128.LoadUnsafe(ref row);
        (Vector128.LoadUnsafe(ref from) - moved).StoreUnsafe(ref from);
        (Vector128.LoadUnsafe(ref to) + moved).StoreUnsafe(ref to);
    }
}

/// <summary>Rows of three features.</summary>
internal readonly struct ThreeFeatures : IRowAdder
{
    public static int Features(int featureCount) => 3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double sum, ref double row, int featureCount)
    {
        TwoFeatures.Add(ref sum, ref row, featureCount);
        Unsafe.Add(ref sum, 2) += Unsafe.Add(ref row, 2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(ref double from, ref double to, ref double row, int featureCount)
    {
        TwoFeatures.Move(ref from, ref to, ref row, featureCount);
        Unsafe.Add(ref from, 2) -= Unsafe.Add(ref row, 2);
        Unsafe.Add(ref to, 2) += Unsafe.Add(ref row, 2);
    }
}

/// <summary>Rows of four features.</summary>
internal readonly struct FourFeatures : IRowAdder
{
    public static int Features(int featureCount) => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double sum, ref double row, int featureCount) =>
        (Vector256.LoadUnsafe(ref sum) + Vector256.LoadUnsafe(ref row)).StoreUnsafe(ref sum);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(ref double from, ref double to, ref double row, int featureCount)
    {
        Vector256<double> moved = Vector256.LoadUnsafe(ref row);
        (Vector256.LoadUnsafe(ref from) - moved).StoreUnsafe(ref from);
        (Vector256.LoadUnsafe(ref to) + moved).StoreUnsafe(ref to);
    }
}

/// <summary>Rows of any number of features.</summary>
internal readonly struct AnyFeatures : IRowAdder
{
    public static int Features(int featureCount) => featureCount;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Add(ref double sum, ref double row, int featureCount)
    {
        nint i = 0;
        for (; i <= featureCount - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            FourFeatures.Add(ref Unsafe.Add(ref sum, i), ref Unsafe.Add(ref row, i), featureCount);
        }

        for (; i < featureCount; i++)
        {
            Unsafe.Add(ref sum, i) += Unsafe.Add(ref row, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Move(ref double from, ref double to, ref double row, int featureCount)
    {
        nint i = 0;
        for (; i <= featureCount - Vector256<double>.Count; i += Vector256<double>.Count)
        {
            FourFeatures.Move(ref Unsafe.Add(ref from, i), ref Unsafe.Add(ref to, i), ref Unsafe.Add(ref row, i), featureCount);
        }

        for (; i < featureCount; i++)
        {
            Unsafe.Add(ref from, i) -= Unsafe.Add(ref row, i);
            Unsafe.Add(ref to, i) += Unsafe.Add(ref row, i);
        }
    }
}
