namespace ElastAlert.Alerting.Text.Python;

/// <summary>Limits how much work a text may cause.</summary>
internal interface IStepBudget
{
    /// <summary>Takes steps off what is left, or throws <see cref="PythonException"/> when nothing is.</summary>
    void Charge(long steps);
}
