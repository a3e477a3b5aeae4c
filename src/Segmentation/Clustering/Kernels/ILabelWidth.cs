using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Segmentation;

/// <summary>How the labels of <see cref="RowLabels"/> lie in memory, so that one kernel serves both widths.</summary>
internal interface ILabelWidth
{
    static abstract int Bytes { get; }

    static abstract int Read(ref byte labels, nint row);

    static abstract void Write(ref byte labels, nint row, int label);

    /// <summary>The labels of four rows.</summary>
    static abstract Vector128<int> Read4(ref byte labels, nint row);

    /// <summary>The labels of eight rows.</summary>
    static abstract Vector256<int> Read8(ref byte labels, nint row);

    /// <summary>The labels of sixteen rows.</summary>
    static abstract Vector512<int> Read16(ref byte labels, nint row);

    static abstract void Write4(ref byte labels, nint row, Vector128<int> four);

    static abstract void Write8(ref byte labels, nint row, Vector256<int> eight);

    static abstract void Write16(ref byte labels, nint row, Vector512<int> sixteen);
}

/// <summary>A byte for each row.</summary>
internal readonly struct ByteLabels : ILabelWidth
{
    public static int Bytes => sizeof(byte);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref byte labels, nint row) => Unsafe.Add(ref labels, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte labels, nint row, int label) => Unsafe.Add(ref labels, row) = (byte)label;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Read4(ref byte labels, nint row)
    {
        Vector128<byte> four = Vector128.CreateScalar(Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref labels, row))).AsByte();
        return Sse41.IsSupported
            ? Sse41.ConvertToVector128Int32(four)
            : Vector128.WidenLower(Vector128.WidenLower(four)).AsInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Read8(ref byte labels, nint row) => Avx2.IsSupported
        ? Avx2.ConvertToVector256Int32(Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref labels, row))).AsByte())
        : Vector256.Create(Read4(ref labels, row), Read4(ref labels, row + 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Read16(ref byte labels, nint row) => Avx512F.IsSupported
        ? Avx512F.ConvertToVector512Int32(Vector128.LoadUnsafe(ref labels, (nuint)row))
        : Vector512.Create(Read8(ref labels, row), Read8(ref labels, row + 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write4(ref byte labels, nint row, Vector128<int> four)
    {
        Vector128<ushort> half = Vector128.Narrow(four.AsUInt32(), four.AsUInt32());
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref labels, row), Vector128.Narrow(half, half).AsUInt32().ToScalar());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write8(ref byte labels, nint row, Vector256<int> eight)
    {
        Write4(ref labels, row, eight.GetLower());
        Write4(ref labels, row + 4, eight.GetUpper());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write16(ref byte labels, nint row, Vector512<int> sixteen)
    {
        if (Avx512F.IsSupported)
        {
            Avx512F.ConvertToVector128Byte(sixteen).StoreUnsafe(ref labels, (nuint)row);
            return;
        }

        Write8(ref labels, row, sixteen.GetLower());
        Write8(ref labels, row + 8, sixteen.GetUpper());
    }
}

/// <summary>Four bytes for each row.</summary>
internal readonly struct IntLabels : ILabelWidth
{
    public static int Bytes => sizeof(int);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref byte labels, nint row) => At(ref labels, row);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(ref byte labels, nint row, int label) => At(ref labels, row) = label;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Read4(ref byte labels, nint row) => Vector128.LoadUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Read8(ref byte labels, nint row) => Vector256.LoadUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> Read16(ref byte labels, nint row) => Vector512.LoadUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write4(ref byte labels, nint row, Vector128<int> four) => four.StoreUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write8(ref byte labels, nint row, Vector256<int> eight) => eight.StoreUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write16(ref byte labels, nint row, Vector512<int> sixteen) => sixteen.StoreUnsafe(ref At(ref labels, row));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int At(ref byte labels, nint row) => ref Unsafe.Add(ref Unsafe.As<byte, int>(ref labels), row);
}
