namespace Seq2Seq.Host.Jupyter;

/// <summary>Answers one kind of request.</summary>
internal interface IRequestHandler
{
    /// <summary>The <c>msg_type</c> it answers.</summary>
    string Kind { get; }

    /// <summary>Answers; busy went out before, idle follows.</summary>
    void Handle(Request request);
}
