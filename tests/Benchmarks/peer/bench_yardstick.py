"""The peer of the yardstick on real data: the same model, batches, updates and decoding in PyTorch.

Argument: the exchange file that Yardsticks/RealExchange.cs wrote. Prints one JSON line.
"""

import json
import sys
import time
from pathlib import Path

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

PAD, BOS, EOS = 0, 2, 3


class GruAttention(nn.Module):
    """Bidirectional GRU encoder, additive attention asked with the previous state, GRU decoder, output over state, token and context."""

    def __init__(self, c):
        super().__init__()
        e, h = c["embedding"], c["hidden"]
        self.src_embed = nn.Embedding(c["src_vocab"], e, padding_idx=PAD)
        self.tgt_embed = nn.Embedding(c["tgt_vocab"], e, padding_idx=PAD)
        self.dropout = nn.Dropout(c["dropout"])
        self.encoder = nn.GRU(e, h, batch_first=True, bidirectional=True)
        self.bridge = nn.Linear(2 * h, h)
        self.query = nn.Linear(h, h, bias=False)
        self.key = nn.Linear(2 * h, h)
        self.score = nn.Linear(h, 1, bias=False)
        self.decoder = nn.GRU(e + 2 * h, h, batch_first=True)
        self.readout = nn.Linear(h + e + 2 * h, h)
        self.out = nn.Linear(h, c["tgt_vocab"])

    def start(self, source, lengths):
        embedded = self.dropout(self.src_embed(source))
        packed = pack_padded_sequence(embedded, lengths, batch_first=True, enforce_sorted=False)
        output, state = self.encoder(packed)
        values, _ = pad_packed_sequence(output, batch_first=True, total_length=source.size(1))
        padding = (source == PAD).unsqueeze(1)
        return (values, self.key(values), padding), torch.tanh(self.bridge(torch.cat((state[0], state[1]), -1))).unsqueeze(0)

    def advance(self, embedded, memory, state):
        values, keys, padding = memory
        query = self.query(state[-1]).unsqueeze(1)
        scores = self.score(torch.tanh(query + keys)).squeeze(-1).unsqueeze(1).masked_fill(padding, -1e9)
        context = torch.bmm(torch.softmax(scores, -1), values)
        output, state = self.decoder(torch.cat((embedded, context), -1), state)
        return torch.cat((output, embedded, context), -1), state

    def logits(self, features):
        return self.out(self.dropout(torch.tanh(self.readout(features))))

    def forward(self, source, lengths, decoder_input):
        memory, state = self.start(source, lengths)
        embedded = self.dropout(self.tgt_embed(decoder_input))
        features = []
        for t in range(decoder_input.size(1)):
            feature, state = self.advance(embedded[:, t : t + 1], memory, state)
            features.append(feature)
        return self.logits(torch.cat(features, 1))


def pad(rows):
    longest = max(map(len, rows))
    return torch.tensor([row + [PAD] * (longest - len(row)) for row in rows])


def tensors(part, indices):
    source = [part["source"][i] for i in indices]
    target = [part["target"][i] for i in indices]
    lengths = torch.tensor([len(row) for row in source])
    return pad(source), lengths, pad([[BOS] + row for row in target]), pad([row + [EOS] for row in target])


def loss_of(model, batch, reduction):
    source, lengths, decoder_input, output = batch
    logits = model(source, lengths, decoder_input)
    return nn.functional.cross_entropy(
        logits.reshape(-1, logits.size(-1)), output.reshape(-1), ignore_index=PAD, reduction=reduction
    )


def update(model, optimizer, batch, clip):
    optimizer.zero_grad()
    loss = loss_of(model, batch, "mean")
    loss.backward()
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimizer.step()
    return loss


@torch.no_grad()
def validation_loss(model, part):
    model.eval()
    total, tokens = 0.0, 0
    for first in range(0, len(part["source"]), 64):
        batch = tensors(part, range(first, min(first + 64, len(part["source"]))))
        total += loss_of(model, batch, "sum").item()
        tokens += (batch[3] != PAD).sum().item()
    model.train()
    return total / tokens


@torch.no_grad()
def greedy(model, sources, longest):
    """One output per source; sentences that have ended leave the batch."""
    model.eval()
    found = []
    for first in range(0, len(sources), 64):
        chunk = sources[first : first + 64]
        memory, state = model.start(pad(chunk), torch.tensor([len(row) for row in chunk]))
        outputs = [[] for _ in chunk]
        live = torch.arange(len(chunk))
        ids = torch.full((len(chunk),), BOS)
        for _ in range(longest):
            features, state = model.advance(model.tgt_embed(ids.unsqueeze(1)), memory, state)
            scores = model.logits(features).squeeze(1)
            scores[:, [PAD, BOS]] = -float("inf")
            ids = scores.argmax(-1)
            for row, token in zip(live.tolist(), ids.tolist()):
                if token != EOS:
                    outputs[row].append(token)
            keep = (ids != EOS).nonzero().squeeze(1)
            if len(keep) == 0:
                break
            live, ids, state = live[keep], ids[keep], state[:, keep]
            memory = tuple(part[keep] for part in memory)
        found += outputs
    return found


def main():
    exchange = json.loads(Path(sys.argv[1]).read_text())
    torch.manual_seed(exchange["seed"])
    model = GruAttention(exchange)
    optimizer = torch.optim.Adam(model.parameters(), exchange["rate"])
    result = {
        "parameters": sum(p.numel() for p in model.parameters()),
        "torch": torch.__version__,
        "torch_threads": torch.get_num_threads(),
    }
    model.train()
    if "timed" in exchange:
        batches = [tensors(exchange["train"], indices) for indices in exchange["timed"]]
        best = [float("inf")] * len(batches)
        for repetition in range(exchange["repetitions"]):
            for i, batch in enumerate(batches):
                begin = time.perf_counter()
                update(model, optimizer, batch, exchange["clip"])
                # The first pass warms up.
                if repetition > 0:
                    best[i] = min(best[i], time.perf_counter() - begin)
        result["batch_seconds"] = best
    else:
        result["updates"], result["validation_loss"], result["epoch_seconds"] = 0, [], []
        for epoch in exchange["epochs"]:
            begin = time.perf_counter()
            for indices in epoch:
                update(model, optimizer, tensors(exchange["train"], indices), exchange["clip"])
                result["updates"] += 1
            result["epoch_seconds"].append(round(time.perf_counter() - begin, 2))
            result["validation_loss"].append(validation_loss(model, exchange["validation"]))
            print(f"peer: {result['validation_loss'][-1]:.4f} after {result['epoch_seconds'][-1]} s", file=sys.stderr)
        result["found"] = greedy(model, exchange["test"]["source"], exchange["longest"])
    print(json.dumps(result))


if __name__ == "__main__":
    main()
