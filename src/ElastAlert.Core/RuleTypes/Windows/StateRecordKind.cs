namespace ElastAlert.RuleTypes.Windows;

/// <summary>Names the kinds of records, whose number begins each.</summary>
internal enum StateRecordKind
{
    /// <summary>What a rule type remembers besides its keys.</summary>
    Rule = 1,

    /// <summary>What a rule type remembers about a key.</summary>
    Key = 2,

    /// <summary>A full block of a queue.</summary>
    Block = 3,
}
