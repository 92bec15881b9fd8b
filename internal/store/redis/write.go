package redis

import (
	"context"
	"fmt"
	"strconv"

	"sangdam/internal/store"
)

// Write implements store.Store.
func (s *Store) Write(ctx context.Context, changes ...store.Change) (uint64, error) {
	if err := store.ValidChanges(changes); err != nil {
		return 0, err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return 0, err
	}
	defer end()
	token, err := s.random()
	if err != nil {
		return 0, err
	}
	space := changes[0].Space
	args := []any{millis(s.opt.Clock()), "0", strconv.FormatUint(token, 36), s.keys.wake(), space}
	if space == "" {
		args[1] = "1" // it is not listed
	}
	for _, c := range changes {
		do, expires, value := "put", millis(c.Expires), c.Value
		if c.Delete {
			do, expires, value = "delete", 0, nil
		}
		args = append(args, recordName(c.Kind, c.ID), c.If.String(), do, expires, value)
	}
	answer, err := s.write(ctx, space, args)
	if err == nil && answer[0] == "index" {
		if err = s.enter(ctx, space); err == nil {
			args[1] = "1"
			answer, err = s.write(ctx, space, args)
		}
	}
	if err != nil {
		return 0, s.failure(ctx, err)
	}
	return readAnswer(answer, changes)
}

func (s *Store) write(ctx context.Context, space string, args []any) ([]string, error) {
	answer, err := s.run(ctx, writeScript, s.keys.recordKeys(space), args...).StringSlice()
	if err == nil && len(answer) == 0 {
		err = errCorrupt
	}
	return answer, err
}

// readAnswer reads what the script says of a write.
func readAnswer(answer []string, changes []store.Change) (uint64, error) {
	numbers := make([]uint64, len(answer)-1)
	for i, text := range answer[1:] {
		n, err := strconv.ParseUint(text, 10, 64)
		if err != nil {
			return 0, fmt.Errorf("%w: %w", errCorrupt, err)
		}
		numbers[i] = n
	}
	if answer[0] == "done" && len(numbers) == 1 {
		return numbers[0], nil
	}
	var conflict store.ConflictError
	for i := 0; i+1 < len(numbers) && numbers[i] < uint64(len(changes)); i += 2 {
		conflict.Keys = append(conflict.Keys, changes[numbers[i]].Key)
		conflict.Versions = append(conflict.Versions, numbers[i+1])
	}
	if answer[0] != "conflict" || len(conflict.Keys) == 0 {
		return 0, fmt.Errorf("%w: a write is answered with %q", errCorrupt, answer)
	}
	return 0, &conflict
}

// Drop implements store.Store. Of a dropped space its version remains, which grows by one, and for a minute its ranking, which only
// those still see who were reading it.
func (s *Store) Drop(ctx context.Context, space string) error {
	if err := store.ValidSpace(space); err != nil {
		return err
	}
	end, err := s.begin(ctx)
	if err != nil {
		return err
	}
	defer end()
	keys := append(s.keys.recordKeys(space), s.keys.ranking(space))
	return s.failure(ctx, s.run(ctx, dropScript, keys, s.keys.wake(), space, int(rankingRest.Seconds())).Err())
}
