namespace DermSchedule.Kernel;

/// <summary>
/// The server must not start like this. The message is one sentence for the operator: which setting or file, and why. The host prints it and ends
/// with exit code 1, without a stack trace.
/// </summary>
public sealed class StartRefusedException : Exception
{
    public StartRefusedException()
    {
    }

    public StartRefusedException(string message)
        : base(message)
    {
    }

    public StartRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
