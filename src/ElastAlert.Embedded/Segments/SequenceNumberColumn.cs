using ElastAlert.Embedded.Mapping;

namespace ElastAlert.Embedded.Segments;

/// <summary>Holds the number of each document's last operation, which is not part of its source.</summary>
internal sealed class SequenceNumberColumn(FieldMapping field, NumericType type) : LongColumn(field, type)
{
    protected override void Fill(Segment segment, int document) => Add(segment.SequenceNumber(document));
}
