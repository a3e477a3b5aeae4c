using System.Collections;
using System.Data;
using System.Data.Common;
using System.Globalization;

namespace Segmentation;

/// <summary>
/// A table as the rows of a database query: numbers are double, dates DateTime, everything else string, and missing
/// cells DBNull.
/// </summary>
internal sealed class TableDataReader(CustomerTable table) : DbDataReader
{
    /// <summary>What <see cref="GetDataTypeName"/> says of ids.</summary>
    public const string IdType = "id";

    /// <summary>What <see cref="GetDataTypeName"/> says of the column that identifies a row.</summary>
    public const string RowIdType = "row id";

    private int row = -1;
    private bool isClosed;

    public override int FieldCount => table.Columns.Count;

    public override bool HasRows => table.RowCount > 0;

    public override bool IsClosed => isClosed;

    public override int Depth => 0;

    public override int RecordsAffected => -1;

    public override object this[int ordinal] => GetValue(ordinal);

    public override object this[string name] => GetValue(GetOrdinal(name));

    public override bool Read()
    {
        ObjectDisposedException.ThrowIf(isClosed, this);
        row = Math.Min(row + 1, table.RowCount);
        return row < table.RowCount;
    }

    public override bool NextResult() => false;

    public override void Close() => isClosed = true;

    public override string GetName(int ordinal) => table.Columns[ordinal].Name;

    /// <summary>By the exact name; else, as readers do, by the name without regard to case.</summary>
    public override int GetOrdinal(string name)
    {
        List<string> names = [.. table.Columns.Select(column => column.Name)];
        int exact = names.IndexOf(name);
        int ordinal = exact >= 0 ? exact : names.FindIndex(other => other.Equals(name, StringComparison.OrdinalIgnoreCase));
        return ordinal >= 0 ? ordinal : throw new ArgumentOutOfRangeException(nameof(name), name, "No column of that name.");
    }

    public override Type GetFieldType(int ordinal) => table.Columns[ordinal].Kind switch
    {
        ColumnKind.Numeric => typeof(double),
        ColumnKind.Date => typeof(DateTime),
        _ => typeof(string),
    };

    public override string GetDataTypeName(int ordinal) =>
        table.Columns[ordinal] == table.Id ? RowIdType
        : table.Columns[ordinal].Kind == ColumnKind.Id ? IdType
        : GetFieldType(ordinal).Name;

    public override bool IsDBNull(int ordinal) => table.Columns[ordinal].IsMissing(CurrentRow());

    public override object GetValue(int ordinal)
    {
        int current = CurrentRow();
        Column column = table.Columns[ordinal];
        return column.IsMissing(current)
            ? DBNull.Value
            : column switch
            {
                NumericColumn numbers => numbers[current],
                DateColumn dates => dates.Values[current]!.Value,
                _ => column.TextAt(current)!,
            };
    }

    public override int GetValues(object[] values)
    {
        int count = Math.Min(values.Length, FieldCount);
        for (int i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override bool GetBoolean(int ordinal) => (bool)GetValue(ordinal);

    public override byte GetByte(int ordinal) => Convert.ToByte(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override char GetChar(int ordinal) => Convert.ToChar(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override DateTime GetDateTime(int ordinal) => (DateTime)GetValue(ordinal);

    public override decimal GetDecimal(int ordinal) => Convert.ToDecimal(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override double GetDouble(int ordinal) => (double)GetValue(ordinal);

    public override float GetFloat(int ordinal) => Convert.ToSingle(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override Guid GetGuid(int ordinal) => Guid.Parse((string)GetValue(ordinal));

    public override short GetInt16(int ordinal) => Convert.ToInt16(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override int GetInt32(int ordinal) => Convert.ToInt32(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override long GetInt64(int ordinal) => Convert.ToInt64(GetValue(ordinal), CultureInfo.InvariantCulture);

    public override string GetString(int ordinal) => (string)GetValue(ordinal);

    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) =>
        throw new NotSupportedException("A customer table has no columns of bytes.");

    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length)
    {
        string text = GetString(ordinal);
        if (buffer is null)
        {
            return text.Length;
        }

        int count = (int)Math.Clamp(text.Length - dataOffset, 0, length);
        text.CopyTo((int)dataOffset, buffer, bufferOffset, count);
        return count;
    }

    public override IEnumerator GetEnumerator() => new DbEnumerator(this, closeReader: false);

    public override DataTable GetSchemaTable()
    {
        DataTable schema = new("SchemaTable") { Locale = CultureInfo.InvariantCulture };
        schema.Columns.Add(SchemaTableColumn.ColumnName, typeof(string));
        schema.Columns.Add(SchemaTableColumn.ColumnOrdinal, typeof(int));
        schema.Columns.Add(SchemaTableColumn.ColumnSize, typeof(int));
        schema.Columns.Add(SchemaTableColumn.DataType, typeof(Type));
        schema.Columns.Add(SchemaTableColumn.AllowDBNull, typeof(bool));
        schema.Columns.Add(SchemaTableColumn.IsUnique, typeof(bool));
        schema.Columns.Add(SchemaTableColumn.IsKey, typeof(bool));
        for (int i = 0; i < FieldCount; i++)
        {
            schema.Rows.Add(GetName(i), i, -1, GetFieldType(i), true, false, false);
        }

        return schema;
    }

    private int CurrentRow() => row >= 0 && row < table.RowCount
        ? row
        : throw new InvalidOperationException("There is no current row: call Read first, and read only while it returns true.");
}
