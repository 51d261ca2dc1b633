export function Away() {
  return (
    <>
      <h1>Away</h1>
      <p>No figure here.</p>
      <p>
        <a href="/">Back</a>
      </p>
    </>
  );
}
