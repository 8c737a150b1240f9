using System.Text.Json;

namespace Seq2Seq.Host.Jupyter;

/// <summary>A message from a client, signature checked.</summary>
/// <param name="Route">The frames before the delimiter, echoed in front of a reply.</param>
/// <param name="HeaderJson">The header as it came: the parent header of everything that answers it.</param>
/// <param name="Id">Its <c>msg_id</c>.</param>
/// <param name="Kind">Its <c>msg_type</c>.</param>
/// <param name="Content">Its content, an object.</param>
internal sealed record Message(IReadOnlyList<byte[]> Route, byte[] HeaderJson, string Id, string Kind, JsonElement Content);
