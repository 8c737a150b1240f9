namespace Seq2Seq.Host.Zmtp;

/// <summary>The prefixes one subscriber wants: a set, not a count.</summary>
/// <remarks>libzmq's SUB repeats SUBSCRIBE for a repeated subscription but sends CANCEL only once.</remarks>
internal sealed class SubscriptionSet
{
    private const int MaximumPrefixes = 1024;
    private const int LongestPrefix = 1024;

    private readonly List<byte[]> _prefixes = [];

    /// <summary>Adds a prefix; the empty one matches everything.</summary>
    public void Add(ReadOnlySpan<byte> prefix)
    {
        if (prefix.Length > LongestPrefix)
            throw new ZmtpException($"A subscription to {prefix.Length} bytes came, at most {LongestPrefix} are taken.");
        lock (_prefixes)
        {
            if (IndexOf(prefix) >= 0)
                return;
            if (_prefixes.Count >= MaximumPrefixes)
                throw new ZmtpException($"A peer has more than {MaximumPrefixes} subscriptions.");
            _prefixes.Add(prefix.ToArray());
        }
    }

    /// <summary>Takes a prefix away; an unknown one is no error.</summary>
    public void Remove(ReadOnlySpan<byte> prefix)
    {
        lock (_prefixes)
        {
            if (IndexOf(prefix) is >= 0 and var index)
                _prefixes.RemoveAt(index);
        }
    }

    /// <summary>Whether some prefix starts this topic.</summary>
    public bool Wants(ReadOnlySpan<byte> topic)
    {
        lock (_prefixes)
        {
            foreach (var prefix in _prefixes)
            {
                if (topic.StartsWith(prefix))
                    return true;
            }

            return false;
        }
    }

    private int IndexOf(ReadOnlySpan<byte> prefix)
    {
        for (var index = 0; index < _prefixes.Count; index++)
        {
            if (prefix.SequenceEqual(_prefixes[index]))
                return index;
        }

        return -1;
    }
}
