using System.Diagnostics.CodeAnalysis;

namespace DermSchedule.Kernel;

/// <summary>What a use case answers: the value, or the refusal that says why not. Handlers return either by plain <c>return</c>.</summary>
public readonly struct Result<T>
{
    private readonly T? value;

    private Result(T value) => this.value = value;

    private Result(Refusal refusal) => Refusal = refusal;

    /// <summary>Why not; null when there is a value.</summary>
    public Refusal? Refusal { get; }

    /// <summary>The answer. Asking for it after a refusal is a bug and throws.</summary>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}.");

    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal)
    {
        refusal = Refusal;
        return refusal is not null;
    }

    /// <summary>The refusal, or the value: exactly one of them is not null.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? answer)
    {
        (refusal, answer) = (Refusal, value);
        return refusal is not null;
    }

    public TOut Match<TOut>(Func<T, TOut> answer, Func<Refusal, TOut> refused) => Refusal is null ? answer(value!) : refused(Refusal);

    public static implicit operator Result<T>(T value) => new(value);

    public static implicit operator Result<T>(Refusal refusal) => new(refusal);
}

/// <summary>The answer of a use case that has nothing to say but "done".</summary>
public readonly record struct Done
{
    public static readonly Done Instance;
}
